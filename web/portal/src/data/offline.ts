import { useEffect, useState, useSyncExternalStore } from 'react';

/** Whether this device has a network at all. */
export function useOnline(): boolean {
  return useSyncExternalStore(
    (tell) => {
      window.addEventListener('online', tell);
      window.addEventListener('offline', tell);
      return () => {
        window.removeEventListener('online', tell);
        window.removeEventListener('offline', tell);
      };
    },
    () => navigator.onLine,
  );
}

/** The list of orders as its page asks for it first: read once in the quiet, so that it is there offline. */
const orders = '/api/portal/orders?limit=20';
const quietMs = 4000;

/**
 * Installs the portal on the device, once somebody is signed in. Returns how to change to a newer version that
 * waits, or nothing while there is none.
 */
export function useInstalled(): (() => void) | undefined {
  const [waiting, setWaiting] = useState<ServiceWorker>();
  useEffect(() => {
    if (!import.meta.env.PROD || !('serviceWorker' in navigator)) {
      return;
    }
    let timer: ReturnType<typeof setTimeout> | undefined;
    const watch = (worker: ServiceWorker | null) => {
      worker?.addEventListener('statechange', () => {
        // The first one has nothing to replace: no page waits for it.
        if (worker.state === 'installed' && navigator.serviceWorker.controller) {
          setWaiting(worker);
        }
      });
    };
    void navigator.serviceWorker
      .register('/sw.js')
      .then((installed) => {
        if (installed.waiting && navigator.serviceWorker.controller) {
          setWaiting(installed.waiting);
        }
        watch(installed.installing);
        installed.addEventListener('updatefound', () => watch(installed.installing));
        void keep('/api/portal/me');
        timer = setTimeout(() => void keep(orders), quietMs);
      })
      // Without it the portal works as any page does.
      .catch(() => undefined);
    return () => clearTimeout(timer);
  }, []);
  return waiting && (() => takeOver(waiting));
}

/** Reads what should be there offline, through the worker, which keeps it. */
async function keep(path: string): Promise<void> {
  await controlled();
  await fetch(path, { headers: { 'Accept-Language': document.documentElement.lang } }).catch(() => undefined);
}

/** Resolves when the worker answers for this page: the first one takes over pages that are open already. */
async function controlled(): Promise<void> {
  await navigator.serviceWorker.ready;
  if (!navigator.serviceWorker.controller) {
    await new Promise((resolve) =>
      navigator.serviceWorker.addEventListener('controllerchange', resolve, { once: true }),
    );
  }
}

function takeOver(worker: ServiceWorker): void {
  navigator.serviceWorker.addEventListener('controllerchange', () => window.location.reload(), {
    once: true,
  });
  worker.postMessage('take over');
}
