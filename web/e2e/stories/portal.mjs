import assert from 'node:assert/strict';
import { signIn } from '../browser.mjs';
import { office } from '../office.mjs';
import { cartLines, dealer, enter, fillCart, placeFromCart, skus } from '../portal.mjs';

async function countOrders(page) {
  const { counts } = await (await page.request.get('/api/portal/orders?limit=1')).json();
  return Object.values(counts).reduce((sum, n) => sum + n, 0);
}

export default [
  {
    name: 'a wrong password says so and keeps the name',
    at: ['desktop'],
    async run({ page, url }) {
      await page.goto(`${url}/orders`);
      await page.waitForURL(/\/signin\?next=/);
      await page.getByLabel('用户名').fill(dealer);
      await page.locator('input[name=password]').fill('not it');
      await page.getByRole('button', { name: '登录', exact: true }).click();
      await page.getByRole('alert').waitFor();
      assert.equal(await page.getByLabel('用户名').inputValue(), dealer);
      assert.equal(await page.locator('input[name=password]').inputValue(), '');
    },
  },
  {
    name: 'after sign-in one goes on where one wanted to go',
    at: ['desktop'],
    async run({ page, url }) {
      await page.goto(`${url}/orders?state=received`);
      await page.waitForURL(/\/signin\?next=/);
      await signIn(page, page.url(), dealer);
      await page.waitForURL(`${url}/orders?state=received`);
      await page.getByRole('tab', { name: /已收货/, selected: true }).waitFor();
    },
  },
  {
    name: 'a dealer searches, chooses sizes, and orders',
    async run({ page, url, narrow }) {
      await enter(page, url, '/catalogue');
      await page.request.delete('/api/portal/cart');
      await page.reload();
      const search = page.getByRole('searchbox').first();
      await search.fill('一开单控开关');
      await search.press('Enter');
      await page.waitForURL(/q=/);
      await page
        .getByRole('link', { name: /一开单控开关/ })
        .first()
        .click();
      await page.waitForURL(/\/products\//);
      // The address changes before the page is there: its own heading says that it is.
      const heading = page.getByRole('heading', { level: 1, name: /一开单控开关/ });
      await heading.waitFor();
      const name = await heading.textContent();

      await page.getByRole('button', { name: '加', exact: true }).nth(0).click();
      await page.getByRole('button', { name: '加', exact: true }).nth(1).click();
      await page.getByRole('button', { name: '加入购物车' }).click();
      await page.getByRole('button', { name: '查看购物车' }).click();
      await page.waitForURL(`${url}/cart`);
      assert.equal((await cartLines(page)).length, 2);
      await page.getByText(name).first().waitFor();

      await page.getByRole('link', { name: '去结算' }).filter({ visible: true }).click();
      await page.waitForURL(`${url}/checkout`);
      await page.getByLabel(/备注/).fill('周二上午送货');
      await page.getByRole('button', { name: '提交订单' }).click();
      await page.waitForURL(/\/orders\/SO.*placed=1/);
      await page.getByText('订单已提交。').waitFor();
      await page.getByText('周二上午送货').waitFor();
      assert.equal((await cartLines(page)).length, 0);
      if (narrow) {
        const first = page.locator('nav a').filter({ hasText: '首页' });
        assert.ok((await first.boundingBox()).height >= 44, 'a tab is high enough for a finger');
      }
    },
  },
  {
    name: 'a quantity that breaks the rule stays as typed and offers the nearest',
    async run({ page, url }) {
      await enter(page, url);
      const [sku] = (await skus(page, 20)).filter((one) => one.multiple > 1);
      await fillCart(page, [{ sku: sku.code, quantity: sku.multiple * 4 }]);
      await page.goto(`${url}/cart`);
      const field = page.getByRole('textbox', { name: sku.name });
      await field.fill(String(sku.multiple * 3 + 1));
      await field.press('Enter');
      await page.getByText('数量不符合订货规则').waitFor();
      assert.equal(await field.inputValue(), String(sku.multiple * 3 + 1));
      assert.equal((await cartLines(page))[0].quantity, sku.multiple * 4);

      const changed = page.waitForResponse((answer) => answer.url().includes('/cart/lines/') && answer.ok());
      await page
        .getByRole('button', { name: `改为 ${sku.multiple * 4}` })
        .or(page.getByRole('button', { name: `改为 ${sku.multiple * 3}` }))
        .first()
        .click();
      await changed;
      assert.equal((await cartLines(page))[0].quantity, sku.multiple * 3);
    },
  },
  {
    name: 'more than there is in stock is refused on the line, and nothing is placed',
    at: ['desktop'],
    async run({ page, url }) {
      await enter(page, url);
      const exact = (await skus(page, 30)).find((one) => one.stock.mode === 'exact');
      const step = Math.max(exact.multiple, 1);
      const tooMuch = (Math.floor(exact.stock.quantity / step) + 1) * step;
      await fillCart(page, [{ sku: exact.code, quantity: tooMuch }]);
      const before = await countOrders(page);
      await page.goto(`${url}/cart`);
      await page.getByRole('alert').filter({ hasText: '库存不足' }).first().waitFor();
      await page.getByRole('button', { name: '去结算' }).filter({ visible: true }).isDisabled();
      assert.equal(await countOrders(page), before);
      await page.request.delete('/api/portal/cart');
    },
  },
  {
    name: 'pressing again after a lost answer orders once',
    at: ['desktop'],
    async run({ page, url }) {
      await enter(page, url);
      const [sku] = await skus(page, 1);
      await fillCart(page, [{ sku: sku.code, quantity: Math.max(sku.minimum, sku.multiple, 1) }]);
      const before = await countOrders(page);
      let lost = 0;
      await page.route('**/api/portal/orders', async (route) => {
        if (route.request().method() === 'POST' && lost === 0) {
          lost += 1;
          await route.fetch();
          await route.abort('connectionreset');
        } else {
          await route.continue();
        }
      });
      await page.goto(`${url}/checkout`);
      await page.getByRole('button', { name: '提交订单' }).click();
      await page.getByText('没有收到服务器的答复。').waitFor();
      await page.getByRole('button', { name: '提交订单' }).click();
      await page.waitForURL(/\/orders\/SO.*placed=1/);
      assert.equal(await countOrders(page), before + 1);
    },
  },
  {
    name: 'an order whose answer was lost is found again after a reload',
    at: ['phone'],
    async run({ page, url }) {
      await enter(page, url);
      const [sku] = await skus(page, 1);
      await fillCart(page, [{ sku: sku.code, quantity: Math.max(sku.minimum, sku.multiple, 1) }]);
      const before = await countOrders(page);
      await page.route(
        '**/api/portal/orders',
        async (route) => {
          await route.fetch();
          await route.abort('connectionreset');
        },
        { times: 1 },
      );
      await page.goto(`${url}/checkout`);
      await page.getByRole('button', { name: '提交订单' }).click();
      await page.getByText('没有收到服务器的答复。').waitFor();
      await page.reload();
      await page.getByText('没有收到服务器的答复。').waitFor();
      await page.getByRole('button', { name: '提交订单' }).click();
      await page.waitForURL(/\/orders\/SO.*placed=1/);
      assert.equal(await countOrders(page), before + 1);
    },
  },
  {
    name: 'the order is followed live from review to receipt',
    async run({ page, url }) {
      await enter(page, url);
      const goods = (await skus(page, 2)).map((sku) => ({
        sku: sku.code,
        quantity: Math.max(sku.multiple, 1) * 10,
      }));
      await fillCart(page, goods);
      const number = await placeFromCart(page, url);
      const staff = await office(url, 'admin');
      try {
        await staff.accept(number);
        await page.getByText('待发货', { exact: true }).first().waitFor();
        await staff.ship(number, 0.5, 'SF0001');
        await page.getByText('SF0001').waitFor();
        await page.getByText('部分发货', { exact: true }).first().waitFor();
        await staff.ship(number, 1, 'SF0002');
        await page.getByText('SF0002').waitFor();
      } finally {
        await staff.close();
      }
      for (let i = 0; i < 2; i++) {
        await page.getByRole('button', { name: '确认收货' }).first().click();
        await page.getByRole('dialog').getByRole('button', { name: '确认收货' }).click();
        await page.getByRole('dialog').waitFor({ state: 'detached' });
      }
      await page.getByText('已收货', { exact: true }).first().waitFor();
    },
  },
  {
    name: 'an order is cancelled before shipment and its goods go back',
    at: ['phone'],
    async run({ page, url }) {
      await enter(page, url);
      const exact = (await skus(page, 30)).find((one) => one.stock.mode === 'exact');
      const stock = async () => {
        const match = await page.request.post('/api/portal/parts', {
          data: { lines: [{ part: exact.code, quantity: 1 }] },
        });
        return (await match.json()).items[0].sku.stock.quantity;
      };
      const before = await stock();
      const quantity = Math.max(exact.minimum, exact.multiple, 1);
      await fillCart(page, [{ sku: exact.code, quantity }]);
      await placeFromCart(page, url);
      assert.equal(await stock(), before - quantity);
      await page.getByRole('button', { name: '取消订单' }).click();
      await page.getByRole('dialog').getByRole('button', { name: '取消订单' }).click();
      await page.getByText('已取消', { exact: true }).first().waitFor();
      assert.equal(await stock(), before);
    },
  },
  {
    name: 'how a price came about can be opened',
    async run({ page, url }) {
      await enter(page, url);
      const [sku] = await skus(page, 1);
      await fillCart(page, [{ sku: sku.code, quantity: Math.max(sku.minimum, sku.multiple, 1) }]);
      await page.goto(`${url}/cart`);
      await page.getByRole('button', { name: '价格由来' }).first().click();
      await page.getByRole('dialog', { name: '价格由来' }).getByText('×').waitFor();
      await page.keyboard.press('Escape');
      await page.getByRole('dialog').waitFor({ state: 'detached' });
    },
  },
  {
    name: "another dealer's order is not found",
    at: ['desktop'],
    async run({ page, url, context }) {
      await enter(page, url);
      const { items } = await (await page.request.get('/api/portal/orders?limit=1')).json();
      await context.clearCookies();
      await enter(page, url, `/orders/${items[0].number}`, 'hengda');
      await page.getByText('没有找到').waitFor();
    },
  },
  {
    name: 'the page speaks English',
    async run({ page, url }) {
      await page.goto(`${url}/signin`);
      await page.getByRole('button', { name: 'English' }).click();
      await page.getByRole('heading', { name: 'Sign in to order' }).waitFor();
      await signIn(page, page.url(), dealer);
      await page.goto(`${url}/orders`);
      await page.getByRole('heading', { name: 'Orders' }).waitFor();
      await page.getByText('Received', { exact: true }).first().waitFor();
      assert.equal(await page.evaluate(() => document.documentElement.lang), 'en');
    },
  },
];
