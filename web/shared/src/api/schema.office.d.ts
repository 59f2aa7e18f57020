/** The office's part of schema.d.ts, by hand like it, until the server's OpenAPI document is there. */
import type * as O from './office';
import type { Id, Op, OpN, P, P0, Route, Window } from './schema';
import type * as T from './types';

type Code = { code: string };

export interface OfficePaths {
  '/api/office/me/password': Route<{ put: Op<P0<never>, { old: string; new: string }, unknown> }>;

  '/api/office/orders': Route<{
    get: OpN<
      P0<Window & { state?: string; q?: string; dealer?: string; from?: string; to?: string }>,
      O.OfficeOrderPage
    >;
  }>;
  '/api/office/orders/{id}': Route<{ get: OpN<P<never, Id>, T.Order> }>;
  '/api/office/orders/{id}/accept': Route<{ post: Op<P<never, Id>, Record<string, never>, T.Order> }>;
  '/api/office/orders/{id}/reject': Route<{ post: Op<P<never, Id>, { reason: string }, T.Order> }>;
  '/api/office/orders/{id}/cancel': Route<{ post: Op<P<never, Id>, { reason: string }, T.Order> }>;
  '/api/office/orders/{id}/shipments': Route<{ post: Op<P<never, Id>, O.ShipmentInput, T.Order> }>;
  '/api/office/orders/{id}/sources': Route<{ get: OpN<P<never, Id>, { items: O.OrderSource[] }> }>;
  '/api/office/order-rules': Route<{
    get: OpN<P0<never>, O.OrderRules>;
    put: Op<P0<never>, Omit<O.OrderRules, 'version'>, O.OrderRules>;
  }>;

  '/api/office/dealers': Route<{
    get: OpN<
      P0<
        Window & {
          q?: string;
          level?: string;
          region?: string;
          tag?: string;
          audience?: string;
          state?: string;
        }
      >,
      { items: O.DealerCard[]; next?: string; count: number }
    >;
    post: Op<P0<never>, O.DealerInput, O.Dealer>;
  }>;
  '/api/office/dealers/{code}': Route<{
    get: OpN<P<never, Code>, O.Dealer>;
    put: Op<P<never, Code>, O.DealerInput, O.Dealer>;
  }>;
  '/api/office/dealers/{code}/accounts': Route<{
    post: Op<P<never, Code>, { username: string; name: string; password: string }, O.Dealer>;
  }>;
  '/api/office/dealer-facts': Route<{ get: OpN<P0<never>, O.DealerFacts> }>;
  '/api/office/regions': Route<{ get: OpN<P0<never>, { items: O.Region[] }> }>;
  '/api/office/audiences': Route<{
    get: OpN<P0<never>, { items: O.Audience[] }>;
    post: Op<P0<never>, { code: string; name: string; rule: O.AudienceRule }, O.Audience>;
  }>;
  '/api/office/audiences/{code}': Route<{
    get: OpN<P<never, Code>, O.Audience>;
    put: Op<P<never, Code>, { name: string; rule: O.AudienceRule }, O.Audience>;
  }>;
  '/api/office/audiences/{code}/dealers': Route<{
    get: OpN<P<Window, Code>, { items: O.AudienceMember[]; next?: string }>;
  }>;
  '/api/office/audiences/preview': Route<{
    post: Op<P0<never>, { rule: O.AudienceRule }, O.AudiencePreview>;
  }>;

  '/api/office/products': Route<{
    get: OpN<
      P0<Window & { q?: string; category?: string; state?: string }>,
      { items: O.OfficeProductCard[]; next?: string; count: number }
    >;
    post: Op<P0<never>, O.ProductInput, O.OfficeProduct>;
  }>;
  '/api/office/products/{code}': Route<{
    get: OpN<P<never, Code>, O.OfficeProduct>;
    put: Op<P<never, Code>, O.ProductInput, O.OfficeProduct>;
  }>;
  '/api/office/products/{code}/publish': Route<{ post: OpN<P<never, Code>, O.OfficeProduct> }>;
  '/api/office/products/{code}/archive': Route<{ post: OpN<P<never, Code>, O.OfficeProduct> }>;
  '/api/office/categories': Route<{
    get: OpN<P0<never>, { items: O.OfficeCategory[] }>;
    post: Op<P0<never>, { code: string; name: string; parent?: string }, O.OfficeCategory>;
  }>;
  '/api/office/categories/{code}': Route<{ put: Op<P<never, Code>, { name: string }, O.OfficeCategory> }>;
  '/api/office/templates': Route<{
    get: OpN<P0<never>, { items: O.Template[] }>;
    post: Op<P0<never>, Omit<O.Template, 'version'>, O.Template>;
  }>;
  '/api/office/templates/{code}': Route<{
    put: Op<P<never, Code>, Omit<O.Template, 'version' | 'code'>, O.Template>;
  }>;

  '/api/office/price-lists': Route<{
    get: OpN<P0<never>, { items: O.PriceList[] }>;
    post: Op<P0<never>, O.PriceListInput, O.PriceList>;
  }>;
  '/api/office/price-lists/{code}': Route<{
    get: OpN<P<never, Code>, O.PriceList>;
    put: Op<P<never, Code>, O.PriceListInput, O.PriceList>;
  }>;
  '/api/office/price-lists/{code}/prices': Route<{
    get: OpN<P<Window & { q?: string }, Code>, { items: O.ListPrice[]; next?: string }>;
    put: Op<P<never, Code>, { changes: O.PriceChange[] }, O.PriceList>;
  }>;
  '/api/office/prices/explain': Route<{
    get: OpN<P0<{ dealer: string; sku: string; quantity: number }>, O.PriceExplanation>;
  }>;

  '/api/office/stock': Route<{
    get: OpN<
      P0<Window & { q?: string; warehouse?: string; low?: boolean }>,
      { items: O.StockRow[]; next?: string }
    >;
  }>;
  '/api/office/warehouses': Route<{ get: OpN<P0<never>, { items: T.Named[] }> }>;
  '/api/office/stock/{sku}/movements': Route<{
    get: OpN<P<Window, { sku: string }>, { items: O.Movement[]; next?: string }>;
  }>;
  '/api/office/stock/adjust': Route<{ post: Op<P0<never>, O.StockAdjustment, O.StockRow> }>;
  '/api/office/stock/{sku}/{warehouse}/safety': Route<{
    put: Op<P<never, { sku: string; warehouse: string }>, { safety: number }, O.StockRow>;
  }>;
  '/api/office/stock-display': Route<{
    get: OpN<P0<never>, { items: O.DisplayRule[] }>;
    put: Op<P0<never>, { items: O.DisplayRule[] }, { items: O.DisplayRule[] }>;
  }>;

  '/api/office/runs': Route<{ get: OpN<P0<Window>, { items: O.OfficeRun[]; next?: string }> }>;
  '/api/office/runs/{id}': Route<{ get: OpN<P<never, Id>, O.OfficeRun> }>;
  '/api/office/exports': Route<{
    post: Op<P0<never>, { kind: O.ExportKind; filter: Record<string, string> }, O.OfficeRun>;
  }>;

  '/api/office/staff': Route<{
    get: OpN<P0<never>, { items: O.Staff[] }>;
    post: Op<P0<never>, O.StaffInput, O.Staff>;
  }>;
  '/api/office/staff/{code}': Route<{ put: Op<P<never, Code>, O.StaffInput, O.Staff> }>;
  '/api/office/staff/{code}/unlock': Route<{ post: OpN<P<never, Code>, unknown> }>;
  '/api/office/roles': Route<{
    get: OpN<P0<never>, { items: O.Role[] }>;
    post: Op<P0<never>, { code: string; name: string; permissions: string[] }, O.Role>;
  }>;
  '/api/office/roles/{code}': Route<{
    put: Op<P<never, Code>, { name: string; permissions: string[] }, O.Role>;
  }>;
  '/api/office/permissions': Route<{ get: OpN<P0<never>, { items: O.Permission[] }> }>;
  '/api/office/api-keys': Route<{
    get: OpN<P0<never>, { items: O.ApiKey[] }>;
    post: Op<P0<never>, O.ApiKeyInput, O.NewApiKey>;
  }>;
  '/api/office/api-keys/{id}': Route<{ delete: OpN<P<never, Id>, unknown> }>;

  '/api/office/audit': Route<{
    get: OpN<
      P0<Window & { actor?: string; table?: string; key?: string; from?: string; to?: string }>,
      { items: O.AuditChange[]; next?: string }
    >;
  }>;
}
