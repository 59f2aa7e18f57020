import assert from 'node:assert/strict';
import { request } from 'playwright-core';
import { password, signIn } from '../browser.mjs';

const many = 20;

/** Repeats the last order of a dealer through the API until so many orders wait for review. */
async function fill(page, url) {
  const count = async () => {
    const answer = await page.request.get('/api/office/report/waiting');
    return (await answer.json()).review.count;
  };
  const missing = many + 1 - (await count());
  if (missing <= 0) {
    return;
  }
  const api = await request.newContext({ baseURL: `${url}/api/portal/` });
  const ask = async (method, path, data) => {
    const headers = method === 'POST' ? { 'Idempotency-Key': crypto.randomUUID() } : {};
    const answer = await api.fetch(path, { method, headers, ...(data ? { data } : {}) });
    assert.ok(answer.ok(), `${path}: ${answer.status()} ${await answer.text()}`);
    return answer.json();
  };
  await ask('POST', 'session', { username: 'huaxin', password });
  const [address] = (await ask('GET', 'addresses')).items;
  const { items } = await ask('GET', 'orders?limit=1');
  const { lines } = await ask('GET', `orders/${items[0].number}`);
  const [{ sku }] = lines;
  const product = lines[0];
  for (let i = 0; i < missing; i++) {
    await ask('POST', 'orders', { address_id: address.id, lines: [{ sku, quantity: product.quantity }] });
  }
  await api.dispose();
}

export default [
  {
    name: 'office: twenty orders are reviewed by keyboard alone',
    at: ['desktop'],
    async run({ page, url }) {
      await signIn(page, `${url}/office/signin`, 'orders');
      await page.waitForURL(/\/office\/?$/);
      await fill(page, url);
      await page.goto(`${url}/office/orders?state=in_review`);
      await page.locator('tbody tr').nth(5).waitFor();
      const began = Date.now();
      await page.keyboard.press('j');
      await page.keyboard.press('Enter');
      await page.getByRole('button', { name: '审核通过' }).waitFor();
      await page.keyboard.press('?');
      await page.getByRole('dialog').getByText('审核通过').waitFor();
      await page.keyboard.press('Escape');
      await page.getByRole('dialog').waitFor({ state: 'hidden' });
      const decided = [];
      for (let i = 0; i < many; i++) {
        const number = decodeURIComponent(new URL(page.url()).pathname.split('/').at(-1));
        await page.getByRole('heading', { level: 1, name: number }).waitFor();
        await page.getByRole('button', { name: '审核通过' }).waitFor();
        assert.ok(!decided.includes(number), `${number} comes a second time`);
        decided.push(number);
        if (i % 5 === 4) {
          await page.keyboard.press('r');
          await page.getByRole('dialog').getByRole('textbox').waitFor();
          await page.keyboard.type('超出本月额度');
          await page.keyboard.press('Control+Enter');
        } else {
          await page.keyboard.press('a');
        }
        await page.waitForFunction((before) => !window.location.pathname.endsWith(before), number);
      }
      console.log(`     ${many} orders in ${((Date.now() - began) / 1000).toFixed(1)} s`);
      for (const [i, number] of decided.entries()) {
        const answer = await page.request.get(`/api/office/orders/${number}`);
        assert.equal((await answer.json()).state, i % 5 === 4 ? 'rejected' : 'accepted');
      }
    },
  },
  {
    name: 'office: anything is found by Ctrl-K',
    at: ['desktop'],
    async run({ page, url }) {
      await signIn(page, `${url}/office/signin`, 'orders');
      await page.waitForURL(/\/office\/?$/);
      const answer = await page.request.get('/api/office/orders?limit=1');
      const [order] = (await answer.json()).items;
      const palette = page.getByRole('dialog').getByRole('combobox');
      await page.getByRole('heading', { level: 1 }).waitFor();
      await page.keyboard.press('Control+k');
      await palette.waitFor();
      await page.keyboard.type(order.number);
      await page.getByRole('option', { name: new RegExp(order.number) }).waitFor();
      await page.keyboard.press('Enter');
      await page.getByRole('heading', { level: 1, name: order.number }).waitFor();
      await page.keyboard.press('Control+k');
      await palette.waitFor();
      await page.keyboard.type('huaxin');
      await page.getByRole('option', { name: /华信/ }).first().waitFor();
    },
  },
];
