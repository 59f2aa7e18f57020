/** The nouns of the office's API as its pages use them. */
import type { Named, OrderCard, Run, Tier, Trace } from './types';

export interface OfficeOrderCard extends OrderCard {
  dealer: Named;
  placed_by: string;
}

export interface OfficeOrderPage {
  items: OfficeOrderCard[];
  next?: string;
  counts: Record<string, number>;
  sums: { total: string };
}

/** Goods of an order's line that are reserved in one warehouse and can be shipped from there. */
export interface OrderSource {
  line: number;
  warehouse: Named;
  reserved: number;
}

export interface ShipmentInput {
  warehouse: string;
  carrier: string;
  tracking: string;
  lines: { line: number; quantity: number }[];
}

export interface OrderRules {
  auto_accept_below: string;
  review_hours: number;
  version: number;
}

export type DealerState = 'active' | 'frozen' | 'closed';

/** A province, city or county by its official six-digit code. */
export interface Region {
  code: number;
  name: string;
  parent?: number;
  level: number;
}

export interface DealerCard {
  code: string;
  name: string;
  level: Named;
  region: { code: number; name: string };
  tags: Named[];
  state: DealerState;
  rep?: Named;
  version: number;
}

export interface DealerAddress {
  id: string;
  name: string;
  phone: string;
  region: { code: number; name: string };
  detail: string;
  default: boolean;
}

export interface DealerAccount {
  id: string;
  name: string;
  username: string;
  role: string;
  state: string;
}

export interface Dealer extends DealerCard {
  short_name: string;
  divisions: Named[];
  contact: string;
  phone: string;
  credit_code: string;
  addresses: DealerAddress[];
  accounts: DealerAccount[];
  audiences: (Named & { because: string })[];
}

export interface DealerInput {
  code?: string;
  name: string;
  short_name: string;
  level: string;
  region: number;
  tags: string[];
  divisions: string[];
  rep?: string;
  contact: string;
  phone: string;
  credit_code: string;
  state: DealerState;
}

/** What dealers are described with: the choices of their form and of audience rules. */
export interface DealerFacts {
  levels: Named[];
  tags: Named[];
  divisions: Named[];
  reps: Named[];
}

/** An audience's conditions. Every one that is not empty must hold; named dealers stand above them all. */
export interface AudienceRule {
  levels: string[];
  regions: number[];
  tags_any: string[];
  tags_all: string[];
  tags_none: string[];
  divisions: string[];
  dealers_in: string[];
  dealers_out: string[];
}

export interface Audience {
  code: string;
  name: string;
  rule: AudienceRule;
  count: number;
  used_by: { kind: string; code: string; name: string }[];
  version: number;
}

export interface AudienceMember extends Named {
  because: string;
}

export interface AudiencePreview {
  count: number;
  sample: AudienceMember[];
}

export interface OfficeCategory {
  code: string;
  name: string;
  level: number;
  parent?: string;
  count?: number;
  sort?: number;
  version?: number;
}

export interface TemplateAttribute {
  code: string;
  name: string;
  kind: 'enum' | 'number' | 'text';
  unit?: string;
  values?: string[];
  required: boolean;
  facet: boolean;
  axis: boolean;
}

export interface Template {
  code: string;
  name: string;
  attributes: TemplateAttribute[];
  version: number;
}

export type ProductState = 'draft' | 'published' | 'archived';

export interface OfficeProductCard {
  code: string;
  name: string;
  category: Named;
  series?: Named;
  state: ProductState;
  sku_count: number;
  version: number;
  updated_at: string;
}

export interface Pack {
  unit: string;
  factor: number;
}

export interface SkuInput {
  code: string;
  order_code: string;
  model: string;
  barcode: string;
  name: string;
  spec: Record<string, string>;
  minimum: number;
  multiple: number;
  packs: Pack[];
  lead_days: number;
  tax_rate: number;
  state: 'active' | 'archived';
}

export interface ProductInput {
  code: string;
  name: string;
  category: string;
  series?: string;
  template?: string;
  unit: string;
  description: string;
  attributes: Record<string, string>;
  allow: string[];
  deny: string[];
  divisions: string[];
  skus: SkuInput[];
}

export interface OfficeProduct extends Omit<ProductInput, 'category' | 'series'> {
  category: Named;
  series?: Named;
  state: ProductState;
  version: number;
  updated_at: string;
}

export type PriceListKind = 'base' | 'audience' | 'dealer';

export interface PriceList {
  code: string;
  name: string;
  kind: PriceListKind;
  audience?: Named;
  dealer?: Named;
  priority: number;
  currency: string;
  valid_from?: string;
  valid_to?: string;
  state: 'active' | 'archived';
  count: number;
  version: number;
}

export interface PriceListInput {
  code?: string;
  name: string;
  kind: PriceListKind;
  audience?: string;
  dealer?: string;
  priority: number;
  currency: string;
  valid_from?: string;
  valid_to?: string;
  state: 'active' | 'archived';
}

/** One SKU's prices in a list. `base` is its price in the base list, to compare with. */
export interface ListPrice {
  sku: string;
  name: string;
  unit: string;
  tiers: Tier[];
  base?: string;
}

/** New prices of one SKU in a list; no tiers take it out. */
export interface PriceChange {
  sku: string;
  tiers: Tier[];
}

export interface PriceExplanation {
  price?: string;
  tiers: Tier[];
  trace: Trace;
}

export interface StockRow {
  sku: string;
  name: string;
  unit: string;
  warehouse: Named;
  pool?: number;
  on_hand: number;
  reserved: number;
  safety: number;
  available: number;
}

export interface Movement {
  id: string;
  kind: string;
  warehouse: Named;
  quantity: number;
  document?: string;
  reason?: string;
  who: string;
  at: string;
}

/** A change of what lies in a warehouse: by how much, or to how much. */
export interface StockAdjustment {
  warehouse: string;
  sku: string;
  quantity?: number;
  on_hand?: number;
  reason: string;
}

export type DisplayMode = 'exact' | 'banded' | 'flag' | 'hidden';

export interface DisplayRule {
  audience?: string;
  category?: string;
  mode: DisplayMode;
  bands: number[];
}

export type ImportKind = 'products' | 'prices' | 'stock';
export type ExportKind = 'orders' | 'dealers' | 'products' | 'prices' | 'stock' | 'audit';

export interface OfficeRun extends Run {
  direction?: 'in' | 'out';
}

export interface Staff {
  code: string;
  name: string;
  username: string;
  department: string;
  roles: Named[];
  data_scope: 'all' | 'own';
  state: 'active' | 'left';
  version: number;
}

export interface StaffInput {
  code?: string;
  name: string;
  username?: string;
  password?: string;
  department: string;
  roles: string[];
  data_scope: 'all' | 'own';
  state?: 'active' | 'left';
}

export interface Role {
  code: string;
  name: string;
  permissions: string[];
  staff_count: number;
  version: number;
}

export interface Permission {
  code: string;
  name: string;
  group: string;
}

export interface ApiKey {
  id: string;
  name: string;
  prefix: string;
  scopes: string[];
  addresses: string[];
  expires_at?: string;
  created_at: string;
  used_at?: string;
  revoked_at?: string;
}

/** The key itself is told once, in the answer that makes it. */
export interface NewApiKey extends ApiKey {
  key: string;
}

export interface ApiKeyInput {
  name: string;
  scopes: string[];
  expires_at?: string;
  addresses?: string[];
}

export interface AuditChange {
  id: string | number;
  at: string;
  actor: string;
  address: string;
  action: string;
  table: string;
  key: string;
  dealer?: Named;
  before?: Record<string, unknown> | null;
  after?: Record<string, unknown> | null;
  trace: string;
}
