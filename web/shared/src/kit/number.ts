/** Quantities have at most three decimals; inside a calculation they are whole thousandths. */
const scale = 1000;

/** What may be ordered: at least `minimum`, in steps of `multiple`, at most `maximum`. */
export interface QuantityRule {
  minimum?: number;
  multiple?: number;
  maximum?: number;
  /** Zero means "none of this" and is right too. */
  zero?: boolean;
}

export interface QuantityVerdict {
  right: boolean;
  /** The nearest quantities that may be ordered, smaller first; empty when `right`. */
  nearest: number[];
}

/** The most that one line may hold; the server refuses more. */
export const largestQuantity = 1_000_000_000;

function thousandths(n: number): number {
  return Math.round(n * scale);
}

/** Judges a quantity by its rule and offers the nearest right ones. Mirrors the server, which decides. */
export function judgeQuantity(quantity: number, rule: QuantityRule): QuantityVerdict {
  const step = thousandths(rule.multiple || 0) || 1;
  const low = Math.ceil(Math.max(thousandths(rule.minimum || 0), step) / step) * step;
  const high = Math.floor(thousandths(rule.maximum ?? largestQuantity) / step) * step;
  if (high < low) {
    return { right: false, nearest: [] };
  }
  const q = thousandths(quantity);
  if (q === 0 && rule.zero) {
    return { right: true, nearest: [] };
  }
  if (q >= low && q <= high && q % step === 0) {
    return { right: true, nearest: [] };
  }
  const clamp = (n: number) => Math.min(high, Math.max(low, n));
  const down = clamp(Math.floor(q / step) * step);
  const up = clamp(Math.ceil(q / step) * step);
  return { right: false, nearest: [...new Set([down, up])].map((n) => n / scale) };
}

/** The next right quantity above or below; at the ends it stays where it is. */
export function stepQuantity(quantity: number, rule: QuantityRule, direction: 1 | -1): number {
  const step = thousandths(rule.multiple || 0) || scale;
  const q = thousandths(quantity);
  if (direction < 0 && rule.zero && q <= thousandths(rule.minimum || 0)) {
    return 0;
  }
  const next = direction > 0 ? Math.floor(q / step) * step + step : Math.ceil(q / step) * step - step;
  const verdict = judgeQuantity(next / scale, { ...rule, multiple: step / scale });
  return verdict.right
    ? next / scale
    : (verdict.nearest[direction > 0 ? 0 : verdict.nearest.length - 1] ?? quantity);
}

/** Reads a typed quantity: full-width digits and thousands separators are understood. Undefined if it is none. */
export function readQuantity(input: string): number | undefined {
  const plain = input.normalize('NFKC').replace(/[,\s]/g, '');
  if (!/^\d+(\.\d{1,3})?$/.test(plain)) {
    return undefined;
  }
  return Number(plain);
}

function group(digits: string): string {
  return digits.replace(/\B(?=(\d{3})+$)/g, ',');
}

/** Formats a decimal string without ever making it a float: thousands separated, a true minus sign. */
export function formatDecimal(value: string, decimals: { least: number; most: number }): string {
  const match = /^(-?)(\d+)(?:\.(\d+))?$/.exec(value.trim());
  if (!match) {
    return value;
  }
  const [, minus, whole = '0', fraction = ''] = match;
  const kept = fraction.slice(0, decimals.most).replace(/0+$/, '').padEnd(decimals.least, '0');
  return `${minus ? '−' : ''}${group(whole)}${kept ? `.${kept}` : ''}`;
}

/** An amount of money: always two decimals. */
export function formatMoney(value: string): string {
  return formatDecimal(value, { least: 2, most: 2 });
}

/** A unit price: two to six decimals, as many as it has. */
export function formatPrice(value: string): string {
  return formatDecimal(value, { least: 2, most: 6 });
}

/** A quantity, a number or the text of one, without the decimals it does not need. */
export function formatQuantity(quantity: number | string): string {
  return formatDecimal(String(thousandths(Number(quantity)) / scale), { least: 0, most: 3 });
}

const symbols: Record<string, string> = { CNY: '¥', USD: '$', EUR: '€', HKD: 'HK$' };

export function currencySymbol(currency: string): string {
  return symbols[currency] ?? `${currency} `;
}

function millionths(decimal: string): bigint {
  const [whole = '0', fraction = ''] = decimal.replace('-', '').split('.');
  const n = BigInt(whole + fraction.padEnd(6, '0').slice(0, 6));
  return decimal.startsWith('-') ? -n : n;
}

/** Two decimal strings compared by value: negative, zero or positive. Both have at most six decimals. */
export function compareDecimal(a: string, b: string): number {
  const difference = millionths(a) - millionths(b);
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

/** The exact sum of decimal strings of at most six decimals, without the decimals it does not need. */
export function sumDecimals(values: readonly string[]): string {
  const sum = values.reduce((total, value) => total + millionths(value), 0n);
  const digits = String(sum < 0n ? -sum : sum).padStart(7, '0');
  const fraction = digits.slice(-6).replace(/0+$/, '');
  return `${sum < 0n ? '-' : ''}${digits.slice(0, -6)}${fraction ? `.${fraction}` : ''}`;
}
