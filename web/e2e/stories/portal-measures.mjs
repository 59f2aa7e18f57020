import assert from 'node:assert/strict';
import { human } from '../human.mjs';
import { cartLines, enter, least, placeFromCart, skus } from '../portal.mjs';

/** Fills the clipboard's place: what a paste into the field brings. */
async function paste(field, text) {
  await field.evaluate((element, pasted) => {
    const data = new DataTransfer();
    data.setData('text/plain', pasted);
    element.focus();
    element.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }),
    );
  }, text);
}

export default [
  {
    name: 'fifty pasted part numbers, three of them wrong, become an order within a minute',
    at: ['desktop'],
    async run({ page, url }) {
      await enter(page, url, '/quick');
      await page.request.delete('/api/portal/cart');
      const goods = await skus(page, 50);
      assert.equal(goods.length, 50);
      const lines = goods.map((sku) => `${sku.model}\t${least(sku)}`);
      // A sign mistaken, a sign left out, and one that is nothing.
      lines[7] = `${goods[7].model.replace('0', 'O')}x\t${least(goods[7])}`;
      lines[20] = `${goods[20].model.slice(0, -1)}\t${least(goods[20])}`;
      lines[33] = 'ZZZZ-99999-QQ\t10';
      const few = goods.findIndex((sku) => sku.multiple > 1);
      lines[few] = `${goods[few].model}\t${least(goods[few]) * 3 + 1}`;

      const buyer = human(page);
      await buyer.does(() => paste(page.locator('textarea'), lines.join('\n')));
      await page.getByText('需处理 3 行').waitFor();
      assert.ok((await page.getByText(/未找到|没有/).count()) > 0, 'a wrong line says why');
      await page
        .getByText(/的倍数，已改为|起订/)
        .first()
        .waitFor();
      for (let left = 3; left > 1; left--) {
        await buyer.does(() => page.getByText('您要的可能是').locator('button').first().click());
        await page.getByText(`需处理 ${left - 1} 行`).waitFor();
      }
      await buyer.does(() => page.getByRole('button', { name: '移除 ZZZZ-99999-QQ' }).click());
      await page.getByText('可下单 49 行').waitFor();
      await buyer.does(() => page.getByRole('button', { name: '直接结算' }).click());
      await page.waitForURL(`${url}/checkout`);
      await buyer.does(() => page.getByRole('button', { name: '提交订单' }).click());
      await page.waitForURL(/\/orders\/SO.*placed=1/);
      console.log(`     50 part numbers to a placed order: ${buyer.took()} ms in ${buyer.steps()} steps`);
      assert.ok(buyer.took() <= 60_000, 'within a minute');
      assert.ok(buyer.steps() <= 6, `${buyer.steps()} steps`);
    },
  },
  {
    name: 'the last order is ordered again with three taps',
    at: ['phone'],
    async run({ page, url }) {
      await enter(page, url);
      const [sku] = await skus(page, 1);
      await page.request.delete('/api/portal/cart');
      await page.request.post('/api/portal/cart/lines', {
        data: { lines: [{ sku: sku.code, quantity: least(sku) }] },
      });
      const before = await placeFromCart(page, url);
      await page.goto(url);
      const again = page.getByRole('button', { name: '再来一单' }).first();
      const arrivals = page.getByRole('heading', { name: '在途到货' });
      for (const seen of [again, arrivals]) {
        await seen.waitFor();
        const box = await seen.boundingBox();
        const tabs = await page.locator('nav').last().boundingBox();
        assert.ok(box.y + box.height <= tabs.y, 'it is on the first screen');
      }

      const owner = human(page);
      await owner.does(() => again.tap());
      await page.waitForURL(`${url}/cart`);
      await owner.does(() => page.getByRole('link', { name: '去结算' }).filter({ visible: true }).tap());
      await page.waitForURL(`${url}/checkout`);
      await owner.does(() => page.getByRole('button', { name: '提交订单' }).tap());
      await page.waitForURL(/\/orders\/SO.*placed=1/);
      const number = new URL(page.url()).pathname.split('/').pop();
      console.log(`     the last order again: ${owner.steps()} taps, ${owner.took()} ms`);
      assert.equal(owner.steps(), 3);
      assert.notEqual(number, before);
      assert.equal((await cartLines(page)).length, 0);
    },
  },
];
