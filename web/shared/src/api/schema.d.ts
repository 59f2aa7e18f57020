/** Written by hand until the server's OpenAPI document is there; `npm run api` replaces this file. */
import type { OfficePaths } from './schema.office';
import type * as T from './types';

type Json<B> = { content: { 'application/json': B }; headers: { [name: string]: unknown } };
type Unused = { put?: never; post?: never; get?: never; delete?: never; options?: never; head?: never; patch?: never; trace?: never };
type P<Q, U> = { query?: Q; path: U; header?: Record<string, string>; cookie?: never };
type P0<Q> = { query?: Q; path?: never; header?: Record<string, string>; cookie?: never };
type Op<Par, B, R> = {
  parameters: Par;
  requestBody: [B] extends [never] ? never : { content: { 'application/json': B } };
  responses: { 200: Json<R> };
};
type OpN<Par, R> = { parameters: Par; requestBody?: never; responses: { 200: Json<R> } };
type Route<M> = { parameters: { query?: never; header?: never; path?: never; cookie?: never } } & Omit<Unused, keyof M> & M;
type Window = { limit?: number; cursor?: string };
type Id = { id: string };

export interface paths extends OfficePaths {
  '/api/portal/session': Route<{ post: Op<P0<never>, { username: string; password: string }, T.Me>; delete: OpN<P0<never>, unknown> }>;
  '/api/portal/me': Route<{ get: OpN<P0<never>, T.Me> }>;
  '/api/portal/categories': Route<{ get: OpN<P0<never>, { items: T.Category[] }> }>;
  '/api/portal/products': Route<{
    get: OpN<P0<Window & { q?: string; category?: string; f?: string[]; sort?: string }>, T.ProductPage>;
  }>;
  '/api/portal/products/{code}': Route<{ get: OpN<P<never, { code: string }>, T.Product> }>;
  '/api/portal/parts': Route<{
    post: Op<P0<never>, { text?: string; lines?: { part: string; quantity: number }[] }, { items: T.PartMatch[] }>;
  }>;
  '/api/portal/cart': Route<{ get: OpN<P0<never>, T.Cart>; delete: OpN<P0<never>, T.Cart> }>;
  '/api/portal/cart/lines': Route<{ post: Op<P0<never>, { lines: { sku: string; quantity: number }[] }, T.Cart> }>;
  '/api/portal/cart/lines/{sku}': Route<{
    put: Op<P<never, { sku: string }>, { quantity: number }, T.Cart>;
    delete: OpN<P<never, { sku: string }>, T.Cart>;
  }>;
  '/api/portal/addresses': Route<{ get: OpN<P0<never>, { items: T.Address[] }> }>;
  '/api/portal/orders': Route<{
    get: OpN<P0<Window & { state?: string; q?: string; from?: string; to?: string }>, T.OrderPage>;
    post: Op<P0<never>, T.OrderInput, T.Order>;
  }>;
  '/api/portal/orders/{id}': Route<{ get: OpN<P<never, Id>, T.Order> }>;
  '/api/portal/orders/{id}/cancel': Route<{ post: Op<P<never, Id>, { reason?: string }, T.Order> }>;
  '/api/portal/orders/{id}/shipments/{shipment}/receive': Route<{
    post: Op<P<never, Id & { shipment: string }>, { lines?: { line: number; quantity: number }[] }, T.Order>;
  }>;
  '/api/portal/orders/{id}/reorder': Route<{ post: OpN<P<never, Id>, T.Cart> }>;
  '/api/office/session': Route<{ post: Op<P0<never>, { username: string; password: string }, T.StaffMe>; delete: OpN<P0<never>, unknown> }>;
  '/api/office/me': Route<{ get: OpN<P0<never>, T.StaffMe> }>;
}
