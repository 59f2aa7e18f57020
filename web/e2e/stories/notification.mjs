import assert from 'node:assert/strict';
import { accessible } from '../axe.mjs';
import { signIn } from '../browser.mjs';
import { office } from '../office.mjs';

const count = (page) => page.getByRole('link', { name: /^消息/ }).first().locator('b');

/** The number at the bell; without a badge there is nothing to see. */
async function badge(page) {
  const shown = count(page);
  return (await shown.count()) === 0 ? 0 : Number(await shown.textContent());
}

export default [
  {
    name: 'messages: what staff announces raises the badge of the dealer without a reload',
    async run({ page, context, url }) {
      await signIn(page, `${url}/signin`, 'huaxin');
      await page.request.put('/api/portal/messages/seen');
      await page.goto(url);
      await page.getByRole('heading', { level: 1 }).waitFor();
      await page.waitForLoadState('load');
      await page.waitForTimeout(1000);
      assert.equal(await badge(page), 0);

      const title = `年终结算提醒 ${Date.now()}`;
      const staff = await context.newPage();
      await signIn(staff, `${url}/office/signin`, 'director');
      await staff.goto(`${url}/office/announcements/new`);
      await staff.getByLabel('标题').fill(title);
      await staff.getByLabel('正文').fill('请在月底前核对往来。\n\n有差异的，请联系业务员。');
      await staff.getByText(/^[\d,]+\s*家经销商$/).waitFor();
      await staff.getByRole('button', { name: '保存' }).click();
      await staff.waitForURL(/announcements\/AN\d+/);
      await staff.getByRole('button', { name: '发布', exact: true }).click();
      await staff.getByRole('dialog').getByRole('button', { name: '发布', exact: true }).click();
      await staff.getByText('展示中').waitFor();
      await accessible(staff, 'an announcement in the office');
      await staff.goto(`${url}/office/messages`);
      await staff.getByRole('button', { name: '全部标为已读' }).waitFor();
      await accessible(staff, 'the messages of staff');

      await page.bringToFront();
      await count(page).waitFor();
      assert.equal(await badge(page), 1);
      await page.getByRole('region', { name: '公告' }).getByText(title).click();
      await page.waitForURL(/announcements\/AN/);
      await page.getByRole('heading', { level: 1, name: title }).waitFor();
      await count(page).waitFor({ state: 'detached' });
      const path = `/api/office/announcements?q=${encodeURIComponent(title)}`;
      const [{ number, version }] = (await (await staff.request.get(path)).json()).items;
      const answer = await staff.request.post(`/api/office/announcements/${number}/withdraw`, {
        headers: { 'If-Match': `"${version}"`, 'Idempotency-Key': `withdraw-${number}` },
      });
      assert.equal(answer.status(), 200, await answer.text());
    },
  },
  {
    name: 'messages: a dealer hears that its order was accepted, and opens it',
    async run({ page, url }) {
      await signIn(page, `${url}/signin`, 'huaxin');
      const number = await order(page);
      await page.request.put('/api/portal/messages/seen');
      await page.goto(`${url}/messages`);
      await page.getByRole('button', { name: '全部标为已读' }).waitFor();
      await page.waitForTimeout(1000);
      const staff = await office(url, 'orders');
      await staff.accept(number);
      await staff.close();
      const message = page.getByRole('link', { name: `订单 ${number} 已通过审核` });
      await message.waitFor();
      assert.equal(await badge(page), 1);
      await accessible(page, 'the messages of a dealer');
      await message.click();
      await page.waitForURL(new RegExp(`/orders/${number}$`));
      await count(page).waitFor({ state: 'detached' });
    },
  },
];

/** A small order that waits for review. */
async function order(page) {
  const { items } = await (await page.request.get('/api/portal/products?limit=12&category=10')).json();
  const { items: addresses } = await (await page.request.get('/api/portal/addresses')).json();
  for (const { code } of items) {
    const product = await (await page.request.get(`/api/portal/products/${code}`)).json();
    const sku = product.skus.find((one) => one.orderable);
    const answer =
      sku &&
      (await page.request.post('/api/portal/orders', {
        data: { address_id: addresses[0].id, lines: [{ sku: sku.code, quantity: sku.minimum }] },
        headers: { 'Idempotency-Key': crypto.randomUUID() },
      }));
    if (answer?.ok()) {
      return (await answer.json()).number;
    }
  }
  throw new Error('nothing can be ordered');
}
