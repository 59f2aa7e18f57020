/** The nouns of the API as the pages use them. */
export interface Named {
  code: string;
  name: string;
}

export interface Me {
  account: { id: string; name: string; username: string };
  dealer: { code: string; name: string; level: Named; region: Named };
  /** A frozen dealer sees everything and orders nothing. */
  state: 'active' | 'frozen';
  language: string;
}

export interface StaffMe {
  staff: { code: string; name: string; username: string };
  roles: Named[];
  permissions: string[];
  data_scope: string;
}

export interface Category {
  code: string;
  name: string;
  level: number;
  parent?: string;
  count: number;
}

export interface Stock {
  mode: 'exact' | 'banded' | 'flag' | 'hidden';
  text: string;
  quantity?: number;
  available?: boolean;
}

export interface Tier {
  minimum: number;
  price: string;
}

export interface Reason {
  code: string;
  detail: string;
}

export interface SkuCard {
  code: string;
  order_code: string;
  model: string;
  barcode?: string;
  name: string;
  spec: Record<string, string>;
  unit: string;
  packs: { unit: string; factor: number }[];
  minimum: number;
  multiple: number;
  lead_days: number;
  tax_rate: number;
  orderable: boolean;
  reason?: Reason;
  price?: string;
  tax_included: boolean;
  tiers: Tier[];
  stock: Stock;
}

export interface ProductCard {
  code: string;
  name: string;
  category: Named;
  series?: Named;
  unit: string;
  sku_count: number;
  image?: string;
  price_from?: string;
  price_to?: string;
  tax_included: boolean;
  stock?: Stock;
  sku?: SkuCard;
}

export interface Facet {
  code: string;
  name: string;
  unit?: string;
  values: { value: string; label: string; count: number }[];
}

export interface ProductPage {
  items: ProductCard[];
  next?: string;
  count: number;
  facets: Facet[];
  categories: { code: string; name: string; count: number }[];
}

export interface Product {
  code: string;
  name: string;
  description: string;
  category_path: Named[];
  series?: Named;
  divisions: Named[];
  unit: string;
  images: string[];
  attributes: { code: string; name: string; value: string; unit?: string }[];
  axes: { code: string; name: string; unit?: string; values: string[] }[];
  skus: SkuCard[];
  version: number;
}

export interface PartMatch {
  row: number;
  input: string;
  quantity: number;
  sku?: SkuCard;
  problem?: Reason;
  suggestions: Named[];
}

/** A source of the price that was asked. A dealer sees neither its name nor those not applied. */
export interface TraceStep {
  stage: string;
  kind: 'base' | 'audience' | 'dealer';
  rule?: string;
  label?: string;
  applied: boolean;
  reason?: 'lower_priority' | 'not_valid' | 'below_first_tier';
  /** From which quantity this price applies. */
  minimum: number;
  price: string;
}

export interface Trace {
  steps: TraceStep[];
  quantity: number;
  /** Tax in basis points: 1300 is 13 %. */
  rate: number;
  tax_included: boolean;
  price: string;
  amount: string;
}

export interface CartLine {
  sku: string;
  product?: string;
  name: string;
  model: string;
  spec: Record<string, string>;
  unit: string;
  quantity: number;
  minimum: number;
  multiple: number;
  price?: string;
  amount?: string;
  net?: string;
  tax?: string;
  tiers: Tier[];
  stock?: Stock;
  problem?: Reason & { facts?: Record<string, unknown> };
  trace?: Trace;
}

export interface Cart {
  lines: CartLine[];
  currency: string;
  goods: string;
  discount: string;
  freight: string;
  total: string;
  net: string;
  tax: string;
  count: number;
  placeable: boolean;
  problems: Reason[];
}

export interface Address {
  id: string;
  name: string;
  phone: string;
  region: Named;
  detail: string;
  default: boolean;
}

export interface OrderInput {
  address_id: string;
  remark?: string;
  lines: { sku: string; quantity: number }[];
  expected_total?: string;
  from_cart: boolean;
}

export type OrderState =
  | 'in_review'
  | 'accepted'
  | 'partly_shipped'
  | 'shipped'
  | 'received'
  | 'closed'
  | 'rejected'
  | 'cancelled'
  | 'expired';

export interface WaitingFor {
  who: string;
  text: string;
  until?: string;
}

export interface OrderCard {
  id: string;
  number: string;
  state: OrderState;
  state_text: string;
  placed_at: string;
  total: string;
  currency: string;
  line_count: number;
  first_lines: { name: string; quantity: number; unit: string }[];
  shipped_share: number;
  waiting_for?: WaitingFor;
}

export interface OrderPage {
  items: OrderCard[];
  next?: string;
  counts: Record<string, number>;
}

export interface OrderLine {
  line: number;
  sku: string;
  name: string;
  model: string;
  spec: Record<string, string>;
  unit: string;
  quantity: number;
  price: string;
  amount: string;
  net: string;
  tax: string;
  tax_rate: number;
  reserved: number;
  shipped: number;
  received: number;
  cancelled: number;
  trace?: Trace;
}

export interface Shipment {
  id: string;
  number: string;
  carrier: string;
  tracking: string;
  warehouse?: Named;
  shipped_at: string;
  received_at?: string;
  state: 'shipped' | 'received';
  lines: { line: number; quantity: number; received?: number }[];
}

export interface TimelineEntry {
  seq: number;
  node: string;
  text: string;
  at: string;
  who: string;
}

export interface Order {
  id: string;
  number: string;
  version: number;
  state: OrderState;
  state_text: string;
  review: string;
  fulfilment: string;
  payment: string;
  kind: string;
  source: string;
  currency: string;
  goods: string;
  discount: string;
  freight: string;
  total: string;
  net: string;
  tax: string;
  placed_at: string;
  placed_by: string;
  dealer: Named;
  address: { name: string; phone: string; region_name: string; detail: string };
  remark: string;
  reason?: string;
  waiting_for?: WaitingFor;
  actions: string[];
  lines: OrderLine[];
  shipments: Shipment[];
  timeline: TimelineEntry[];
}

export interface Run {
  id: string;
  kind: string;
  state: 'waiting' | 'running' | 'done' | 'failed';
  done: number;
  total: number;
  ok: number;
  failed: number;
  created_at: string;
  finished_at?: string;
  file?: boolean;
  errors_file?: boolean;
  problem?: Reason;
  by_kind: { code: string; detail: string; count: number }[];
}
