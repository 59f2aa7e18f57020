import assert from 'node:assert/strict';
import { enter } from '../portal.mjs';

/** What the worker has kept of what was read. */
async function kept(page) {
  return page.evaluate(async () => {
    const names = (await caches.keys()).filter((name) => name.startsWith('qudao-seen-'));
    const urls = [];
    for (const name of names) {
      const keys = await (await caches.open(name)).keys();
      urls.push(...keys.map((key) => new URL(key.url).pathname + new URL(key.url).search));
    }
    return urls;
  });
}

async function until(page, so) {
  for (let tries = 0; tries < 60; tries++) {
    if (so(await kept(page))) {
      return;
    }
    await page.waitForTimeout(250);
  }
  assert.fail(`the worker keeps ${await kept(page)}`);
}

export default [
  {
    name: 'without a network the portal opens to the orders seen last, and forgets them at sign-out',
    at: ['phone'],
    installed: true,
    async run({ page, url, context }) {
      await enter(page, url);
      await page.evaluate(() => navigator.serviceWorker.ready);
      await until(page, (urls) => urls.includes('/api/portal/orders?limit=20'));
      await page.goto(`${url}/orders`);
      const first = page.locator('main a[href*="/orders/SO"]').first();
      await first.waitFor();
      const address = await first.getAttribute('href');
      const number = address.split('/').pop();
      await first.click();
      await page.getByRole('heading', { level: 1, name: number }).waitFor();
      await until(page, (urls) => urls.includes(`/api/portal/orders/${number}`));

      await context.setOffline(true);
      await page.goto(`${url}/orders`);
      await page.getByText('没有网络，显示的是上次看到的内容。').waitFor();
      await page.locator(`main a[href="${address}"]`).first().click();
      await page.getByRole('heading', { level: 1, name: number }).waitFor();
      await page.getByText('没有网络，显示的是上次看到的内容。').waitFor();

      await context.setOffline(false);
      await page.goto(`${url}/mine`);
      await page.getByRole('button', { name: '退出登录' }).last().click();
      await page.waitForURL(/\/signin/);
      await until(page, (urls) => urls.length === 0);

      // Another company on the same device finds nothing of it.
      await enter(page, url, '/orders', 'hengda');
      await until(page, (urls) => urls.includes('/api/portal/orders?limit=20'));
      assert.ok(!(await kept(page)).includes(`/api/portal/orders/${number}`));
    },
  },
];
