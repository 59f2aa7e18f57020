import assert from 'node:assert/strict';
import { password, signIn } from '../browser.mjs';

export default [
  {
    name: 'office: a filter is saved as a view, found again, and removed',
    at: ['desktop'],
    async run({ page, url }) {
      await signIn(page, `${url}/office/signin`, 'orders');
      await page.goto(`${url}/office/orders?state=received&q=SO`);
      await page.locator('tbody tr').first().waitFor();
      await page.getByRole('button', { name: '保存视图' }).click();
      await page.getByLabel('视图名称').fill('已收货的');
      await page.keyboard.press('Enter');
      const view = page.getByRole('tab', { name: '已收货的' });
      await view.waitFor();
      await page.goto(`${url}/office/orders`);
      await page.locator('tbody tr').first().waitFor();
      await view.click();
      await page.waitForURL(/state=received/);
      assert.equal(new URL(page.url()).searchParams.get('q'), 'SO');
      assert.equal(await view.getAttribute('aria-selected'), 'true');
      await page.getByRole('button', { name: /已收货的/ }).click();
      await view.waitFor({ state: 'detached' });
    },
  },
  {
    name: 'office: several orders are chosen and their picking lists printed as one file',
    at: ['desktop'],
    async run({ page, url }) {
      await signIn(page, `${url}/office/signin`, 'warehouse');
      await page.goto(`${url}/office/orders?state=accepted`);
      const boxes = page.locator('tbody').getByRole('checkbox');
      await boxes.nth(1).waitFor();
      await boxes.nth(0).check();
      await boxes.nth(1).check();
      await page.getByText('已选 2 条').waitFor();
      const [file] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('button', { name: '打印拣货单' }).click(),
      ]);
      assert.match(file.suggestedFilename(), /\.pdf$/);
      await page.getByRole('button', { name: '取消选择' }).click();
      assert.equal(await boxes.nth(0).isChecked(), false);
    },
  },
  {
    name: 'office: a row opens beside its list, and the next one is a press away',
    at: ['desktop'],
    async run({ page, url }) {
      await signIn(page, `${url}/office/signin`, 'director');
      await page.goto(`${url}/office/dealers`);
      const names = page.locator('tbody tr td:first-child');
      await names.nth(1).waitFor();
      const [first, second] = (await names.allTextContents()).slice(0, 2);
      await names.first().click();
      const drawer = page.getByRole('dialog');
      await drawer.getByRole('heading', { name: first }).waitFor();
      await drawer.getByRole('button', { name: '下一条' }).click();
      await drawer.getByRole('heading', { name: second }).waitFor();
      await drawer.getByRole('link', { name: '打开整页' }).click();
      await page.getByRole('heading', { level: 1, name: second }).waitFor();
    },
  },
  {
    name: 'office: a bar of the chart opens the orders of its day',
    at: ['desktop'],
    async run({ page, url }) {
      await signIn(page, `${url}/office/signin`, 'director');
      await page.waitForURL(/\/office\/?$/);
      const days = page.getByRole('group', { name: '每日订货' });
      await days.waitFor();
      await days.focus();
      await page.keyboard.press('ArrowLeft');
      await page.keyboard.press('ArrowLeft');
      await page.keyboard.press('Enter');
      await page.waitForURL(/\/office\/orders\?from=(\d{4}-\d\d-\d\d)&to=\1$/);
      await page.locator('tbody tr').first().waitFor();
    },
  },
  {
    name: 'office: who comes for the first time is led over the page, once',
    async run({ page, url, narrow }) {
      await page.goto(`${url}/office/signin`);
      await page.evaluate(() => localStorage.removeItem('qudao.tour.office'));
      await page.locator('input[name=username]').fill('orders');
      await page.locator('input[name=password]').fill(password);
      await page.locator('button[type=submit]').click();
      await page.getByRole('button', { name: '带我看看' }).click();
      const card = page.getByRole('dialog');
      const steps = narrow ? 3 : 4;
      for (let i = 1; i < steps; i++) {
        await card.getByText(`${i} / ${steps}`).waitFor();
        await page.keyboard.press('Enter');
      }
      await card.getByRole('button', { name: '知道了' }).click();
      await card.waitFor({ state: 'detached' });
      assert.equal(await page.evaluate(() => localStorage.getItem('qudao.tour.office')), 'seen');
    },
  },
  {
    name: 'office: the badge of the messages is in sight on a phone, and the menu closed',
    at: ['phone'],
    async run({ page, url }) {
      await signIn(page, `${url}/office/signin`, 'orders');
      const answer = await page.request.get('/api/office/messages/unseen');
      const { messages } = await answer.json();
      const bell = page.locator('header').getByRole('link', { name: /^消息/ });
      await bell.waitFor();
      assert.equal(await bell.isVisible(), true);
      if (messages > 0) {
        await bell.locator('b').waitFor();
      }
    },
  },
];
