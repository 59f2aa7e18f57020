import assert from 'node:assert/strict';
import { accessible } from '../axe.mjs';
import { signIn } from '../browser.mjs';
import { enter } from '../portal.mjs';

/** A document that says nothing. */
const slip = { name: '到货要求.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.4\n%%EOF\n') };

export default [
  {
    name: 'comments: what both sides write to an order is read by the other without a reload',
    at: ['desktop'],
    async run({ page, context, url }) {
      await enter(page, url);
      const { items } = await (await page.request.get('/api/portal/orders?limit=1')).json();
      const { number } = items[0];
      const staff = await context.newPage();
      await signIn(staff, `${url}/office/signin`, 'orders');
      await staff.goto(`${url}/office/orders/${number}`);
      await staff.getByLabel('写留言').waitFor();

      const asked = `请周五前送到 ${Date.now()}`;
      await page.goto(`${url}/orders/${number}`);
      await page.getByLabel('写留言').fill(asked);
      await page.locator('input[type=file]').setInputFiles(slip);
      await page.getByRole('button', { name: '发送' }).click();
      await page.getByRole('listitem').filter({ hasText: asked }).getByText(slip.name).waitFor();
      assert.equal(await page.getByLabel('写留言').inputValue(), '');
      await accessible(page, 'an order with comments');

      await staff.bringToFront();
      await staff.getByRole('listitem').filter({ hasText: asked }).getByText(slip.name).waitFor();
      const inside = `账期留意 ${Date.now()}`;
      await staff.getByLabel('仅内部可见').check();
      await staff.getByLabel('写留言').fill(inside);
      await staff.getByRole('button', { name: '发送' }).click();
      await staff
        .getByRole('listitem')
        .filter({ hasText: inside })
        .getByText('内部', { exact: true })
        .waitFor();
      const answered = `可以，周四发出 ${Date.now()}`;
      await staff.getByLabel('写留言').fill(answered);
      await staff.getByRole('button', { name: '发送' }).click();

      await page.bringToFront();
      await page.getByText(answered).waitFor();
      assert.equal(await page.getByText(inside).count(), 0);
    },
  },
];
