/** A random UUID. Pages may be served without TLS on an inner network, where crypto.randomUUID is missing. */
export function newKey(): string {
  const b = crypto.getRandomValues(new Uint8Array(16));
  b[6] = ((b[6] ?? 0) & 0x0f) | 0x40;
  b[8] = ((b[8] ?? 0) & 0x3f) | 0x80;
  const hex = [...b].map((n) => n.toString(16).padStart(2, '0')).join('');
  return [8, 12, 16, 20, 32].map((end, i) => hex.slice([0, 8, 12, 16, 20][i], end)).join('-');
}

interface Attempt {
  content: string;
  key: string;
}

/**
 * One idempotency key per attempt of the same thing. The key stays while the content stays, so that pressing
 * again after a lost answer repeats the same act; it changes as soon as the content does. With a name it is
 * kept in the tab's storage and outlives a reload.
 */
export class AttemptKey {
  private now: Attempt | undefined;

  constructor(private readonly name?: string) {}

  for(content: unknown): string {
    const text = JSON.stringify(content);
    const before = this.now ?? this.kept();
    this.now = before?.content === text ? before : { content: text, key: newKey() };
    if (this.name) {
      sessionStorage.setItem(this.name, JSON.stringify(this.now));
    }
    return this.now.key;
  }

  /** Forgets the key once the act is answered. */
  done(): void {
    this.now = undefined;
    if (this.name) {
      sessionStorage.removeItem(this.name);
    }
  }

  /** What was attempted and has had no answer yet, as JSON. */
  pending(): string | undefined {
    return (this.now ?? this.kept())?.content;
  }

  private kept(): Attempt | undefined {
    const text = this.name ? sessionStorage.getItem(this.name) : null;
    return text ? (JSON.parse(text) as Attempt) : undefined;
  }
}
