import { accessible } from '../axe.mjs';
import { enter, fillCart, least, skus } from '../portal.mjs';

const pages = [
  '/',
  '/catalogue',
  '/catalogue?view=list&category=30',
  '/products/QP-101-001',
  '/quick',
  '/lists',
  '/cart',
  '/checkout',
  '/orders',
  '/mine',
  '/mine/addresses',
  '/mine/accounts',
  '/mine/password',
  '/products/nothing',
];

export default [
  {
    name: 'no page of the portal has a serious finding of accessibility',
    async run({ page, url }) {
      await page.goto(`${url}/signin`);
      await page.locator('input[name=password]').waitFor();
      await accessible(page, 'sign-in');
      await enter(page, url);
      const lines = (await skus(page, 3)).map((sku) => ({ sku: sku.code, quantity: least(sku) }));
      await fillCart(page, lines);
      const list = await page.request.post('/api/portal/shopping-lists', {
        data: { name: '样板间', lines },
        headers: { 'Idempotency-Key': `axe-${Date.now()}` },
      });
      const { id } = await list.json();
      const { items } = await (await page.request.get('/api/portal/orders?limit=1')).json();
      for (const path of [...pages, `/lists/${id}`, `/orders/${items[0].number}`]) {
        await page.goto(url + path);
        await page.waitForLoadState('networkidle').catch(() => undefined);
        await accessible(page, path);
      }
      await page.request.delete(`/api/portal/shopping-lists/${id}`);
    },
  },
];
