import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';

/** One change the server tells of. It carries no content: pages read again, under the reader's own scope. */
export interface Change {
  kind: string;
  id: string;
  number?: string;
  fact?: string;
}

/** Which queries a kind of change makes stale, by the first word of their key. */
export type Interests = Record<string, readonly string[]>;

function read(data: string): Change | undefined {
  try {
    const change: unknown = JSON.parse(data);
    if (
      typeof change === 'object' &&
      change !== null &&
      'kind' in change &&
      typeof change.kind === 'string'
    ) {
      return change as Change;
    }
  } catch {
    // A line we cannot read is no reason to stop listening.
  }
  return undefined;
}

function refresh(client: QueryClient, interests: Interests, kinds: Iterable<string>): void {
  const keys = new Set([...kinds].flatMap((kind) => interests[kind] ?? []));
  for (const key of keys) {
    void client.invalidateQueries({ queryKey: [key] });
  }
}

/**
 * Keeps the page live: listens to the surface's server-sent events and makes the queries that a change touches
 * read again. Changes that come together are answered by one reading. After a broken line everything of
 * interest is read again, because changes may have been missed. Returns whether the line is broken.
 */
export function useLive(surface: 'portal' | 'office', interests: Interests, enabled: boolean): boolean {
  const client = useQueryClient();
  const [broken, setBroken] = useState(false);

  useEffect(() => {
    if (!enabled) {
      return;
    }
    const kinds = new Set<string>();
    let timer: ReturnType<typeof setTimeout> | undefined;
    let again: ReturnType<typeof setTimeout> | undefined;
    let lost = false;
    let source: EventSource | undefined;

    const heard = (event: MessageEvent<string>) => {
      const change = read(event.data);
      if (!change) {
        return;
      }
      kinds.add(change.kind);
      timer ??= setTimeout(() => {
        timer = undefined;
        refresh(client, interests, kinds);
        kinds.clear();
      }, 150);
    };
    const listen = () => {
      const line = new EventSource(`/api/${surface}/events`);
      source = line;
      line.addEventListener('change', heard);
      line.onopen = () => {
        if (lost) {
          refresh(client, interests, Object.keys(interests));
        }
        lost = false;
        setBroken(false);
      };
      line.onerror = () => {
        lost = true;
        setBroken(true);
        // The browser tries again by itself after a broken line, but gives up after a refusal.
        if (line.readyState === EventSource.CLOSED) {
          again = setTimeout(listen, 5_000);
        }
      };
    };
    listen();
    return () => {
      clearTimeout(timer);
      clearTimeout(again);
      source?.close();
    };
  }, [client, surface, interests, enabled]);

  return broken;
}
