import { useParams } from '@tanstack/react-router';

/** One part of the page's address, such as the code in "/dealers/$code". */
export function usePart(name: string): string {
  const parts = useParams({ strict: false }) as Record<string, string | undefined>;
  return parts[name] ?? '';
}
