import assert from 'node:assert/strict';
import { signIn } from '../browser.mjs';

async function enter(page, url, path, username = 'admin') {
  await signIn(page, `${url}/office/signin`, username);
  await page.goto(`${url}/office${path}`);
}

async function read(page, path) {
  const answer = await page.request.get(`/api/office/${path}`);
  assert.equal(answer.status(), 200, await answer.text());
  return answer.json();
}

/** An order that waits for review, so that each story has one of its own. */
async function waitingOrder(page) {
  const { items } = await read(page, 'orders?state=in_review&limit=50');
  const full = await Promise.all(items.map((item) => read(page, `orders/${item.number}`)));
  const order = full.find((one) => one.lines.some((line) => line.quantity > 1));
  assert.ok(order, 'the demo brand has an order to review');
  return order;
}

const state = (page, word) => page.locator('article > header').getByText(word, { exact: true }).waitFor();

/** Ships what the panel offers; `first` changes it before. */
async function ship(page, tracking, first) {
  await page.locator('article > header').getByRole('button', { name: '发货' }).click();
  const panel = page.getByRole('dialog');
  await panel.getByLabel('承运商').fill('顺达物流');
  await panel.getByLabel('运单号').fill(tracking);
  await first?.(panel);
  await panel.getByRole('button', { name: /^发出/ }).click();
  await page.getByText(tracking).waitFor();
}

export default [
  {
    name: 'office: an order is accepted and shipped in parts',
    async run({ page, url }) {
      await enter(page, url, '/orders');
      const { number } = await waitingOrder(page);
      await page.goto(`${url}/office/orders/${number}`);
      await page.getByRole('button', { name: '审核通过' }).click();
      await state(page, '待发货');
      await ship(page, `T1-${number}`, async (panel) => {
        const quantities = panel.getByRole('textbox', { name: /数量$/ });
        const most = await quantities.evaluateAll((all) => all.findIndex((input) => Number(input.value) > 1));
        await quantities.nth(Math.max(most, 0)).fill('1');
        await quantities.nth(Math.max(most, 0)).press('Enter');
      });
      await state(page, '部分发货');
      for (let i = 2; (await read(page, `orders/${number}`)).actions.includes('ship'); i++) {
        await ship(page, `T${i}-${number}`);
        await page.waitForTimeout(300);
      }
      await state(page, '已发货');
      const { lines, shipments } = await read(page, `orders/${number}`);
      assert.ok(shipments.length >= 2);
      assert.ok(lines.every((line) => line.reserved === 0));
    },
  },
  {
    name: 'office: the next order is one key away',
    at: ['desktop'],
    async run({ page, url }) {
      await enter(page, url, '/orders?state=received', 'orders');
      const rows = page.locator('tbody tr');
      await rows.nth(1).waitFor();
      const second = (await rows.nth(1).locator('a').first().textContent()).trim();
      await rows.first().focus();
      await page.keyboard.press('Enter');
      await page.locator('article h1').waitFor();
      await page.keyboard.press('j');
      await page.waitForURL(new RegExp(`/orders/${second}$`));
      await page.keyboard.press('u');
      await page.waitForURL(/\/orders\?state=received/);
    },
  },
  {
    name: 'office: a rejected order keeps its reason',
    at: ['desktop'],
    async run({ page, url }) {
      await enter(page, url, '/orders');
      const { number } = await waitingOrder(page);
      await page.goto(`${url}/office/orders/${number}`);
      await page.getByRole('button', { name: '驳回' }).click();
      const question = page.getByRole('dialog');
      assert.ok(await question.getByRole('button', { name: '驳回' }).isDisabled());
      await question.getByLabel('原因').fill('收货地址不全');
      await question.getByRole('button', { name: '驳回' }).click();
      await question.waitFor({ state: 'hidden' });
      await page.getByText('收货地址不全').first().waitFor();
      assert.equal((await read(page, `orders/${number}`)).state, 'rejected');
    },
  },
  {
    name: 'office: a rule that nobody can meet is refused at its condition',
    at: ['desktop'],
    async run({ page, url }) {
      await enter(page, url, '/audiences/new');
      await page.getByText('家经销商').first().waitFor();
      for (const condition of ['有任一标签', '没有标签']) {
        await page.getByLabel(condition).click();
        await page.keyboard.type('电商');
        await page.keyboard.press('Enter');
        await page.keyboard.press('Escape');
      }
      await page.getByLabel('有任一标签').and(page.locator('[aria-invalid=true]')).waitFor();
      assert.ok(await page.getByRole('button', { name: '保存' }).isDisabled());
    },
  },
  {
    name: 'office: a price is changed in place and explained',
    async run({ page, url }) {
      await enter(page, url, '/price-lists/P-PILOT');
      const { items } = await read(page, 'price-lists/P-PILOT/prices?limit=1');
      const [{ name, sku }] = items;
      await page.getByRole('button', { name: `修改 ${name} 的价格` }).click();
      await page.getByLabel(`${name} 单价`).first().fill('12.345');
      await page.getByRole('button', { name: '保存' }).click();
      await page.getByText('已保存').waitFor();
      const members = await read(page, 'audiences/PILOT/dealers?limit=1');
      await page.goto(`${url}/office/prices?dealer=${members.items[0].code}&sku=${sku}`);
      await page.getByRole('heading', { name: '价格由来' }).waitFor();
      await page.getByText('新品试点价').first().waitFor();
    },
  },
  {
    name: 'office: of two edits of one field the second is told',
    at: ['desktop'],
    async run({ page, context, url }) {
      await enter(page, url, '/dealers/D00020');
      const other = await context.newPage();
      await other.goto(`${url}/office/dealers/D00020`);
      // Words that no story before left there.
      const [first, second] = ['先改', '后改'].map((word) => `${word}${Date.now() % 1_000_000}`);
      for (const [one, word] of [
        [page, first],
        [other, second],
      ]) {
        await one.getByRole('button', { name: '编辑' }).click();
        await one.getByLabel('简称').fill(word);
      }
      await page.getByRole('button', { name: '保存' }).click();
      await page.getByText(first).waitFor();
      await other.getByRole('button', { name: '保存' }).click();
      await other.getByText('您的修改仍在').waitFor();
      assert.equal(await other.getByLabel('简称').inputValue(), second);
      await other.getByRole('button', { name: '保存' }).click();
      await page.getByText(second).waitFor();
      await other.close();
    },
  },
  {
    name: 'office: a file that is no workbook is refused in words',
    at: ['desktop'],
    async run({ page, url }) {
      await enter(page, url, '/import?kind=stock');
      const file = {
        name: 'stock.xlsx',
        mimeType: 'application/octet-stream',
        buffer: Buffer.from('no workbook'),
      };
      await page.locator('input[type=file]').setInputFiles(file);
      await page.getByRole('alert').first().waitFor();
    },
  },
  {
    name: 'office: the menu holds only what the person may use',
    async run({ page, url, narrow }) {
      await enter(page, url, '/staff', 'warehouse');
      await page.getByText('您没有查看的权限').waitFor();
      if (narrow) {
        await page.getByRole('button', { name: '菜单' }).click();
      }
      const menu = page.locator('nav');
      await menu.getByRole('link', { name: '库存', exact: true }).waitFor();
      assert.equal(await menu.getByRole('link', { name: '员工' }).count(), 0);
    },
  },
];
