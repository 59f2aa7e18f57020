import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { Gatherer, type Interests, readChange } from './change';
import { hearTabs } from './tabs';

/** How long a hidden tab keeps its line. A browser has few to one server, and ten open tabs would take all. */
const hiddenFor = 10_000;
const afterRefusal = 5_000;

/**
 * Keeps the page live: listens to the surface's server-sent events while the tab is looked at and makes the
 * queries that a change touches read again; so do the other tabs of the same person (tellTabs). After a pause or a broken line everything of interest is read
 * again, because changes may have been missed. Returns whether the line is broken.
 */
export function useLive(surface: 'portal' | 'office', interests: Interests, enabled: boolean): boolean {
  const client = useQueryClient();
  const [broken, setBroken] = useState(false);

  useEffect(() => {
    if (!enabled) {
      return;
    }
    const gatherer = new Gatherer((keys) => {
      for (const key of keys) {
        void client.invalidateQueries({ queryKey: [key] });
      }
    });
    const everything = [...new Set(Object.values(interests).flat())];
    let line: EventSource | undefined;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let missed = false;

    const hang = () => {
      line?.close();
      line = undefined;
      missed = true;
    };
    const listen = () => {
      line?.close();
      line = new EventSource(`/api/${surface}/events`);
      line.addEventListener('change', (event) => {
        const change = readChange(event.data);
        gatherer.add(change ? (interests[change.kind] ?? []) : []);
      });
      line.onopen = () => {
        if (missed) {
          gatherer.add(everything);
        }
        missed = false;
        setBroken(false);
      };
      line.onerror = () => {
        missed = true;
        setBroken(true);
        // The browser tries again by itself after a broken line, but gives up after a refusal.
        if (line?.readyState === EventSource.CLOSED) {
          timer = setTimeout(listen, afterRefusal);
        }
      };
    };
    const look = () => {
      clearTimeout(timer);
      if (document.visibilityState === 'hidden') {
        timer = setTimeout(hang, hiddenFor);
      } else if (!line || line.readyState === EventSource.CLOSED) {
        listen();
      }
    };

    look();
    document.addEventListener('visibilitychange', look);
    const deafen = hearTabs(surface, (keys) => gatherer.add(keys));
    return () => {
      deafen();
      document.removeEventListener('visibilitychange', look);
      clearTimeout(timer);
      gatherer.stop();
      line?.close();
    };
  }, [client, surface, interests, enabled]);

  return broken;
}
