import { useTranslation } from 'react-i18next';

/** The words that every area of the office uses. */
export function useWords() {
  return useTranslation('office').t;
}
