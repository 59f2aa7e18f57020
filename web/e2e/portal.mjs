import assert from 'node:assert/strict';
import { signIn } from './browser.mjs';

/** The dealer of the stories, unless they name another. */
export const dealer = 'huaxin';

/** Signs in as a dealer and opens a page. */
export async function enter(page, url, path = '/', username = dealer) {
  await signIn(page, `${url}/signin`, username);
  await page.goto(url + path);
}

/** Orderable SKUs of the dealer's catalogue, enough of each in stock for a small order. */
export async function skus(page, count) {
  const answer = await page.request.get(`/api/portal/products?limit=${count}&category=10`);
  const { items } = await answer.json();
  const found = [];
  for (const { code } of items) {
    const product = await (await page.request.get(`/api/portal/products/${code}`)).json();
    found.push(...product.skus.filter((sku) => sku.orderable));
  }
  return found.slice(0, count);
}

/** The least that may be ordered of an SKU. */
export function least(sku) {
  const step = Math.max(sku.multiple, 1);
  return Math.max(step, Math.ceil(sku.minimum / step) * step);
}

export async function fillCart(page, lines) {
  await page.request.delete('/api/portal/cart');
  const answer = await page.request.post('/api/portal/cart/lines', { data: { lines } });
  assert.equal(answer.status(), 200, await answer.text());
}

export async function cartLines(page) {
  return (await (await page.request.get('/api/portal/cart')).json()).lines;
}

export async function placeFromCart(page, url) {
  await page.goto(`${url}/checkout`);
  await page.getByRole('button', { name: '提交订单' }).click();
  await page.waitForURL(/\/orders\/SO.*placed=1/);
  return new URL(page.url()).pathname.split('/').pop();
}
