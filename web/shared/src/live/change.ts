/** One change the server tells of. It carries no content: pages read again, under the reader's own scope. */
export interface Change {
  kind: string;
  /** The document; absent where its id could tell the reader of something hidden. */
  id?: string;
  fact?: string;
}

/** Which queries a kind of change makes stale, by the first word of their key. */
export type Interests = Record<string, readonly string[]>;

/** Reads a line of the stream. One that cannot be read is no reason to stop listening. */
export function readChange(data: string): Change | undefined {
  try {
    const change: unknown = JSON.parse(data);
    const known = typeof change === 'object' && change !== null && 'kind' in change;
    return known && typeof change.kind === 'string' ? (change as Change) : undefined;
  } catch {
    return undefined;
  }
}

/**
 * Gathers what became stale and says it at most so often: the first at once, what follows in the next breath.
 * Without it every order of anybody would make every open catalogue read its stock again.
 */
export class Gatherer {
  private readonly waiting = new Set<string>();
  private timer: ReturnType<typeof setTimeout> | undefined;
  private last = Number.NEGATIVE_INFINITY;

  constructor(
    private readonly tell: (keys: string[]) => void,
    private readonly pause = { first: 150, between: 3000 },
    private readonly now: () => number = () => performance.now(),
  ) {}

  add(keys: readonly string[]): void {
    for (const key of keys) {
      this.waiting.add(key);
    }
    if (this.waiting.size > 0) {
      const since = this.now() - this.last;
      this.timer ??= setTimeout(() => this.flush(), Math.max(this.pause.first, this.pause.between - since));
    }
  }

  stop(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
    this.waiting.clear();
  }

  private flush(): void {
    this.timer = undefined;
    this.last = this.now();
    const keys = [...this.waiting];
    this.waiting.clear();
    this.tell(keys);
  }
}
