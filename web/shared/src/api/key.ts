/** A random UUID. Pages may be served without TLS on an inner network, where crypto.randomUUID is missing. */
export function newKey(): string {
  const b = crypto.getRandomValues(new Uint8Array(16));
  b[6] = ((b[6] ?? 0) & 0x0f) | 0x40;
  b[8] = ((b[8] ?? 0) & 0x3f) | 0x80;
  const hex = [...b].map((n) => n.toString(16).padStart(2, '0')).join('');
  return [8, 12, 16, 20, 32].map((end, i) => hex.slice([0, 8, 12, 16, 20][i], end)).join('-');
}

/**
 * One idempotency key per attempt of the same thing. The key stays while the content stays, so that pressing
 * again after a lost answer repeats the same act; it changes as soon as the content does.
 */
export class AttemptKey {
  private content = '';
  private key = '';

  for(content: unknown): string {
    const now = JSON.stringify(content);
    if (now !== this.content || !this.key) {
      this.content = now;
      this.key = newKey();
    }
    return this.key;
  }

  /** Forgets the key once the act is answered. */
  done(): void {
    this.key = '';
  }
}
