// Pictures of the pages at the widths they are judged at, in web/screenshots.
//   npm run screenshots            all pages
//   npm run screenshots -- cart    those whose name contains a word
import { mkdir } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { desktop, openPage, phone, signIn, withBrowser } from './browser.mjs';
import { withServer } from './server.mjs';

const folder = fileURLToPath(new URL('../screenshots/', import.meta.url));
const words = process.argv.slice(2);
const locale = process.env.QUDAO_LOCALE ?? 'zh-CN';

const portal = [
  { name: 'home', path: '/' },
  { name: 'catalogue', path: '/catalogue' },
  { name: 'catalogue-found', path: '/catalogue?q=开关&category=10' },
  { name: 'catalogue-list', path: '/catalogue?view=list&category=30' },
  { name: 'product', path: '/products/QP-101-001' },
  { name: 'quick', path: '/quick', prepare: fillQuickOrder },
  { name: 'cart', path: '/cart' },
  { name: 'checkout', path: '/checkout' },
  { name: 'orders', path: '/orders' },
  { name: 'order', path: '/orders', prepare: openFirstOrder },
  { name: 'mine', path: '/mine' },
  { name: 'missing', path: '/products/nothing' },
];

async function fillQuickOrder(page) {
  const found = await page.request.get('/api/portal/products?limit=3');
  const { items } = await found.json();
  const codes = [];
  for (const { code } of items) {
    const product = await (await page.request.get(`/api/portal/products/${code}`)).json();
    codes.push(...product.skus.slice(0, 2).map((sku) => sku.model));
  }
  const lines = codes.map((code, i) => `${code}\t${[100, 7, 240][i % 3]}`);
  await page.locator('textarea').fill([...lines, 'QM-0000 12'].join('\n'));
  await page.locator('textarea').press('Control+Enter');
  await page.waitForLoadState('networkidle');
}

async function openFirstOrder(page) {
  await page.locator('main a[href*="/orders/SO"]').nth(1).click();
  await page.waitForURL(/orders\/SO/);
}

async function fillCart(page) {
  const found = await page.request.get('/api/portal/products?limit=12&category=10');
  const { items } = await found.json();
  const lines = [];
  for (const { code } of items.slice(0, 4)) {
    const product = await (await page.request.get(`/api/portal/products/${code}`)).json();
    const sku = product.skus.find((one) => one.orderable);
    if (sku) {
      lines.push({ sku: sku.code, quantity: sku.minimum * 6 });
    }
  }
  await page.request.delete('/api/portal/cart');
  await page.request.post('/api/portal/cart/lines', { data: { lines } });
}

async function shoot(url, width, options) {
  await withBrowser({ ...options, baseURL: url, locale }, async (context) => {
    const { page, errors } = await openPage(context);
    await signIn(page, `${url}/signin`, 'huaxin');
    await fillCart(page);
    for (const { name, path, prepare } of portal) {
      if (words.length > 0 && !words.some((word) => name.includes(word))) {
        continue;
      }
      await page.goto(url + path);
      await page.waitForLoadState('networkidle').catch(() => undefined);
      await prepare?.(page);
      await page.waitForTimeout(600);
      const wide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      if (wide > 0) {
        errors.push(`${name} is ${wide} px wider than the window`);
      }
      await page.screenshot({ path: `${folder}portal-${name}-${width}.png` });
    }
    for (const error of errors) {
      console.log(`${width}: ${error}`);
    }
  });
}

await mkdir(folder, { recursive: true });
await withServer(async (url) => {
  await shoot(url, 1440, desktop);
  await shoot(url, 390, phone);
});
