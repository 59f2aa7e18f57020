/**
 * Tells the other tabs of this browser, on the same surface, which queries became stale. The server's line says
 * what others did; what one's own account has seen is no fact, and only the tabs of the same person care.
 */
function channelOf(surface: string): BroadcastChannel | undefined {
  return typeof BroadcastChannel === 'undefined' ? undefined : new BroadcastChannel(`qudao.${surface}`);
}

/** Says it once. Keys are the first words of query keys. */
export function tellTabs(surface: string, keys: readonly string[]): void {
  const channel = channelOf(surface);
  channel?.postMessage([...keys]);
  channel?.close();
}

/** Hears what the other tabs say, until it is told to stop. */
export function hearTabs(surface: string, hear: (keys: string[]) => void): () => void {
  const channel = channelOf(surface);
  if (channel) {
    channel.onmessage = ({ data }: MessageEvent<unknown>) => {
      if (Array.isArray(data)) {
        hear(data.filter((key): key is string => typeof key === 'string'));
      }
    };
  }
  return () => channel?.close();
}
