import createClient, { type Client, type Middleware } from 'openapi-fetch';
import { currentLanguage } from '../i18n';
import { newKey } from './key';
import type { paths } from './paths';
import { Problem, toProblem, unreachable } from './problem';

const unsafe = new Set(['POST', 'PUT', 'PATCH', 'DELETE']);

type Listener = () => void;
const signedOut = new Set<Listener>();

/** Calls the listener whenever the server says that nobody is signed in any more. Returns how to stop. */
export function onSignedOut(listener: Listener): () => void {
  signedOut.add(listener);
  return () => signedOut.delete(listener);
}

const conventions: Middleware = {
  onRequest({ request }) {
    request.headers.set('Accept-Language', currentLanguage());
    if (unsafe.has(request.method) && !request.headers.has('Idempotency-Key')) {
      request.headers.set('Idempotency-Key', newKey());
    }
    return request;
  },
  async onResponse({ request, response }) {
    if (response.ok) {
      return undefined;
    }
    const problem = toProblem(response.status, await response.json().catch(() => undefined));
    const signingIn = request.method === 'POST' && new URL(request.url).pathname.endsWith('/session');
    if (response.status === 401 && !signingIn) {
      for (const tell of signedOut) {
        tell();
      }
    }
    throw problem;
  },
  onError({ error }) {
    if (error instanceof Problem || (error instanceof DOMException && error.name === 'AbortError')) {
      return undefined;
    }
    return new Problem(0, unreachable, '');
  },
};

/**
 * The server's API, typed from its OpenAPI document. A refusal is thrown as a Problem, so a call that returns
 * has succeeded. Unsafe calls carry an idempotency key of their own unless the caller gives one.
 */
export const api: Client<paths> = createClient<paths>({
  baseUrl: '',
  credentials: 'same-origin',
  querySerializer: { array: { style: 'form', explode: true } },
});
api.use(conventions);

/** The answer's body. Only for calls that answer with one. */
export async function body<T>(call: Promise<{ data?: T | undefined }>): Promise<T> {
  const { data } = await call;
  if (data === undefined) {
    throw new Problem(0, 'empty_answer', '');
  }
  return data;
}

/** Headers of an edit: which version it was made on, and the attempt's key where the caller keeps one. */
export function editHeaders(edit: { version?: number | string; key?: string }): Record<string, string> {
  const headers: Record<string, string> = {};
  if (edit.version !== undefined) {
    headers['If-Match'] = `"${edit.version}"`;
  }
  if (edit.key) {
    headers['Idempotency-Key'] = edit.key;
  }
  return headers;
}
