import { useTranslation } from 'react-i18next';

/** The catalogue's own texts. */
export function useDevText() {
  return useTranslation(['dev', 'kit']).t;
}

/** A list of texts. */
export function useDevList(
  name: 'region' | 'division' | 'dealer' | 'timeline' | 'facts' | 'factValues',
): string[] {
  const { t } = useTranslation('dev');
  return t(`sample.${name}`, { returnObjects: true }) as string[];
}
