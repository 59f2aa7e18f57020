import { useNavigate, useSearch } from '@tanstack/react-router';
import { useCallback } from 'react';

/** What stands behind the "?" of an address: plain words, several for one name where it repeats. */
export type Search = Record<string, string | string[]>;

/** Reads an address's search part as plain text: "?q=100" is the text "100", not a number. */
export function parseSearch(search: string): Search {
  const found: Search = {};
  for (const [name, value] of new URLSearchParams(search)) {
    const before = found[name];
    found[name] = before === undefined ? value : [...(Array.isArray(before) ? before : [before]), value];
  }
  return found;
}

/** Writes it again, leaving out what is empty, so that an address stays short enough to send. */
export function writeSearch(search: Record<string, unknown>): string {
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries(search)) {
    for (const one of Array.isArray(value) ? value : [value]) {
      if (one !== undefined && one !== null && one !== '') {
        params.append(name, String(one));
      }
    }
  }
  const text = params.toString();
  return text ? `?${text}` : '';
}

/** An address with a search part, as a link and the router take it: its path, and its search as words. */
export function toAddress(address: string): { to: string; search: never } {
  const [to = '', search = ''] = address.split('?');
  return { to, search: parseSearch(search) as never };
}

/**
 * A page's state in the address, so that a link shows the same list and "back" goes back. A change of a filter
 * replaces the entry in the history; nothing else on the page is lost.
 */
export function useUrlState(): {
  text: (name: string) => string;
  list: (name: string) => string[];
  set: (change: Record<string, string | string[] | undefined>) => void;
} {
  const search = useSearch({ strict: false }) as Search;
  const navigate = useNavigate();
  const text = useCallback(
    (name: string) => {
      const value = search[name];
      return (Array.isArray(value) ? value[0] : value) ?? '';
    },
    [search],
  );
  const list = useCallback(
    (name: string) => {
      const value = search[name];
      return value === undefined ? [] : Array.isArray(value) ? value : [value];
    },
    [search],
  );
  const set = useCallback(
    (change: Record<string, string | string[] | undefined>) => {
      void navigate({
        to: '.',
        search: ((before: Search) => ({ ...before, ...change })) as never,
        replace: true,
        resetScroll: false,
      });
    },
    [navigate],
  );
  return { text, list, set };
}
