import { readFile } from 'node:fs/promises';
import { fillCart, least, skus } from './portal.mjs';

/**
 * The pages that pictures are taken of. A page has the name of its picture, its address, and what must be done
 * before: `prepare` with the page open, `address` to find an address that depends on the data.
 */
export const portal = {
  user: 'huaxin',
  signIn: '/signin',
  prepare: fillUp,
  pages: [
    { name: 'home', path: '/' },
    { name: 'catalogue', path: '/catalogue' },
    { name: 'catalogue-found', path: '/catalogue?q=开关&category=10' },
    { name: 'catalogue-list', path: '/catalogue?view=list&category=30' },
    { name: 'catalogue-nothing', path: '/catalogue?q=nothing-like-it' },
    { name: 'product', path: '/products/QP-101-001' },
    { name: 'quick', path: '/quick', prepare: fillQuickOrder },
    { name: 'lists', path: '/lists' },
    { name: 'list', address: firstOf('shopping-lists', (list) => `/lists/${list.id}`) },
    { name: 'cart', path: '/cart' },
    { name: 'checkout', path: '/checkout' },
    { name: 'orders', path: '/orders' },
    { name: 'order', address: firstOf('orders?limit=1&state=shipped', (order) => `/orders/${order.number}`) },
    { name: 'messages', path: '/messages' },
    { name: 'announcements', path: '/messages?tab=announcements' },
    { name: 'announcement', address: firstOf('announcements', ({ number }) => `/announcements/${number}`) },
    { name: 'mine', path: '/mine' },
    { name: 'addresses', path: '/mine/addresses' },
    { name: 'accounts', path: '/mine/accounts' },
    { name: 'password', path: '/mine/password' },
    { name: 'missing', path: '/products/nothing' },
  ],
};

/** Addresses of the office's documents, by the pattern of their route: every one has its line here. */
const documents = {
  '/orders/$number': firstOf('orders?limit=1&state=in_review', (order) => `/orders/${order.number}`),
  '/dealers/$code': firstOf('dealers?limit=1', (dealer) => `/dealers/${dealer.code}`),
  '/products/$code': firstOf('products?limit=1', (product) => `/products/${product.code}`),
  '/price-lists/$code': firstOf('price-lists?limit=1', (list) => `/price-lists/${list.code}`),
  '/audiences/$code': firstOf('audiences', (audience) => `/audiences/${audience.code}`),
  '/announcements/$number': firstOf(
    'announcements?limit=1&state=published',
    (one) => `/announcements/${one.number}`,
  ),
  '/roles/$code': firstOf('roles', (role) => `/roles/${role.code}`),
  '/templates/$code': firstOf('templates', (template) => `/templates/${template.code}`),
  '/runs/$id': firstOf('runs?limit=1', (run) => `/runs/${run.id}`),
  '/stock/$sku': firstOf('stock?limit=1', (level) => `/stock/${level.sku?.code ?? level.sku}`),
  '/$code': firstOf('staff', (person) => `/staff/${person.code}`),
};

/** Documents that only their owner sees. */
const whose = { '/runs/$id': 'warehouse', '/runs': 'warehouse' };

/** What has no route of its own: a page in another state, or as another person sees it. */
const further = [
  { name: 'order-shipped', address: documentAt('/orders/', 'orders?limit=1&state=shipped', 'number') },
  { name: 'orders-nothing', path: '/orders?q=nothing-like-it' },
  { name: 'dealers-drawer', path: '/dealers', prepare: (page) => openRow(page) },
  { name: 'audit-drawer', path: '/audit', prepare: (page) => openRow(page) },
  { name: 'price-sheet', address: documentAt('/price-lists/', 'price-lists?limit=1', 'code', '?sheet=true') },
  { name: 'stock-sheet', path: '/stock?sheet=true' },
  { name: 'palette', path: '/', prepare: (page) => page.keyboard.press('Control+k') },
  { name: 'menu', path: '/', prepare: openMenu },
  { name: 'missing', path: '/orders/nothing' },
  { name: 'denied', path: '/staff', as: 'warehouse' },
  ...['orders', 'warehouse', 'product', 'price', 'finance', 'director', 'auditor'].map((as) => ({
    name: `desk-${as}`,
    path: '/',
    as,
  })),
];

/** The office's pages are its routes: a new one has its picture without a line here, a document's with one. */
export async function office() {
  const routes = await readFile(new URL('../office/src/routes.tsx', import.meta.url), 'utf8');
  const paths = [...new Set([...routes.matchAll(/'(\/[a-z$/-]*)'/g)].map(([, path]) => path))];
  const forgotten = paths.filter((path) => path.includes('$') && !documents[path]);
  if (forgotten.length > 0) {
    throw new Error(`documents without an address to take pictures of: ${forgotten.join(', ')}`);
  }
  const named = { '/': 'desk', '/new': 'staff-new', '/$code': 'staff-code' };
  const under = { '/new': '/staff/new' };
  return {
    user: 'admin',
    signIn: '/office/signin',
    session: '/api/office/session',
    pages: [
      ...paths
        .filter((path) => path !== '/signin' && path !== '/dev/kit')
        .map((path) => ({
          name: named[path] ?? path.slice(1).replaceAll(/[/$]+/g, '-'),
          ...(whose[path] ? { as: whose[path] } : {}),
          ...(path.includes('$')
            ? { address: async (page) => officeAt(await documents[path](page, 'office')) }
            : { path: `/office${under[path] ?? path}` }),
        })),
      ...further.map(({ path, address, ...rest }) => ({
        ...rest,
        ...(path ? { path: `/office${path}` } : { address: async (page) => officeAt(await address(page)) }),
      })),
    ],
  };
}

const officeAt = (address) => address && `/office${address}`;

function documentAt(folder, list, key, search = '') {
  const find = firstOf(list, (one) => `${folder}${encodeURIComponent(one[key])}${search}`);
  return (page) => find(page, 'office');
}

/** The first row beside its list; on a phone rows are cards and open their pages. */
async function openRow(page) {
  const row = page.locator('tbody tr').first();
  if (await row.isVisible()) {
    await row.locator('td').nth(1).click();
    await page.getByRole('dialog').waitFor();
  }
}

/** The menu, where it is folded away. */
async function openMenu(page) {
  const button = page.getByRole('button', { name: /^(菜单|Menu)$/ });
  if (await button.isVisible()) {
    await button.click();
  }
}

/** How to find an address by what a list of the API holds first. */
function firstOf(list, address) {
  return async (page, surface = 'portal') => {
    const { items } = await (await page.request.get(`/api/${surface}/${list}`)).json();
    return items?.[0] && address(items[0]);
  };
}

/** Something in the cart and in a list, as with a dealer who is at work. */
async function fillUp(page) {
  const lines = (await skus(page, 5)).map((sku) => ({ sku: sku.code, quantity: least(sku) * 3 }));
  await fillCart(page, lines);
  const { items } = await (await page.request.get('/api/portal/shopping-lists')).json();
  if (items.length === 0) {
    for (const [name, shared] of [
      ['每月补货', true],
      ['样板间', false],
    ]) {
      await page.request.post('/api/portal/shopping-lists', {
        data: { name, shared, lines },
        headers: { 'Idempotency-Key': `pictures-${name.length}-${Date.now()}` },
      });
    }
  }
}

async function fillQuickOrder(page) {
  const [first, second, third] = await skus(page, 12);
  const lines = [first, second, third].map((sku, i) => `${sku.model}\t${[100, 7, 240][i]}`);
  await page.locator('textarea').fill([...lines, `${first.model}x 12`, 'ZZ-0000 5'].join('\n'));
  await page.locator('textarea').press('Control+Enter');
  await page.waitForLoadState('networkidle');
}
