import { accessible } from '../axe.mjs';
import { settled } from '../browser.mjs';
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
  '/messages',
  '/messages?tab=announcements',
  '/mine',
  '/mine/addresses',
  '/mine/accounts',
  '/mine/password',
  '/products/nothing',
];

/** Every page of the portal, by day or by night. */
function looked(look) {
  return {
    name: `no page of the portal has a serious finding of accessibility (${look})`,
    async run({ page, url }) {
      await page.emulateMedia({ colorScheme: look });
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
      const first = async (what) => (await (await page.request.get(`/api/portal/${what}`)).json()).items[0];
      const order = (await first('orders?limit=1')).number;
      const announcement = (await first('announcements')).number;
      for (const path of [...pages, `/lists/${id}`, `/orders/${order}`, `/announcements/${announcement}`]) {
        await page.goto(url + path);
        await settled(page);
        await accessible(page, `${path} (${look})`);
      }
      await page.request.delete(`/api/portal/shopping-lists/${id}`);
    },
  };
}

export default [looked('light'), looked('dark')];
