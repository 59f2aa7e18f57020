/** One place of the input that is wrong: a path such as "lines[2].quantity", a stable code, a sentence. */
export interface FieldProblem {
  path: string;
  code: string;
  detail: string;
}

/**
 * A refusal of the server, as problem+json (RFC 9457). `code` is stable and may be compared; `detail` is a
 * sentence in the reader's language and may be shown as it is.
 */
export class Problem extends Error {
  override readonly name = 'Problem';

  constructor(
    readonly status: number,
    readonly code: string,
    readonly detail: string,
    readonly facts: Record<string, unknown> = {},
    readonly errors: FieldProblem[] = [],
    readonly trace: string = '',
  ) {
    super(detail || code);
  }

  /** What is wrong at one field, if anything. */
  at(path: string): FieldProblem | undefined {
    return this.errors.find((e) => e.path === path);
  }

  /** What is wrong at or below a path: "lines[2]" finds "lines[2].quantity". */
  under(path: string): FieldProblem[] {
    return this.errors.filter(
      (e) => e.path === path || e.path.startsWith(`${path}.`) || e.path.startsWith(`${path}[`),
    );
  }

  /** True when nobody can say whether the act was done: no answer came, or only a proxy's. */
  get unsure(): boolean {
    return this.status === 0 || this.code.startsWith('http_5');
  }

  /** True when trying the same again later may succeed. */
  get passing(): boolean {
    return this.status === 0 || this.status === 429 || this.status >= 500;
  }
}

/** The server was not reached at all. Nothing is known of what it did. */
export const unreachable = 'unreachable';

function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

/** Reads a refusal out of an answer's body. An answer that is no problem+json still becomes a Problem. */
export function toProblem(status: number, body: unknown): Problem {
  if (typeof body !== 'object' || body === null) {
    return new Problem(status, `http_${status}`, '');
  }
  const b = body as Record<string, unknown>;
  const errors = Array.isArray(b.errors) ? b.errors : [];
  return new Problem(
    status,
    text(b.code) || `http_${status}`,
    text(b.detail) || text(b.title),
    typeof b.facts === 'object' && b.facts !== null ? (b.facts as Record<string, unknown>) : {},
    errors
      .filter((e): e is Record<string, unknown> => typeof e === 'object' && e !== null)
      .map((e) => ({
        path: text(e.path) || text(e.location),
        code: text(e.code),
        detail: text(e.detail) || text(e.message),
      })),
    text(b.trace),
  );
}

/** Any thrown value as a Problem, so that pages handle one kind of error. */
export function asProblem(error: unknown): Problem {
  if (error instanceof Problem) {
    return error;
  }
  return new Problem(0, unreachable, error instanceof Error ? error.message : String(error));
}
