import {
  type AnyRoute,
  createRootRoute,
  createRoute,
  lazyRouteComponent,
  type RouteComponent,
} from '@tanstack/react-router';
import { Frame } from './Frame';

declare module '@tanstack/react-router' {
  interface StaticDataRouteOption {
    /** The permission it takes to see the page. Without one everybody signed in sees it. */
    permission?: string;
  }
}

/** One line per page: its address, the permission it needs, and the file that holds it. Pages load when opened. */
const root = createRootRoute();

const signIn = createRoute({
  getParentRoute: () => root,
  path: '/signin',
  component: lazyRouteComponent(() => import('./pages/SignIn'), 'SignIn'),
});

const doors = [
  createRoute({
    getParentRoute: () => root,
    path: '/forgot',
    component: lazyRouteComponent(() => import('./pages/Links'), 'Forgot'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/reset',
    component: lazyRouteComponent(() => import('./pages/Links'), 'Reset'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/invitation',
    component: lazyRouteComponent(() => import('./pages/Links'), 'Invitation'),
  }),
];

const frame = createRoute({ getParentRoute: () => root, id: 'frame', component: Frame });

function page(
  path: string,
  permission: string | undefined,
  component: RouteComponent,
  parent: AnyRoute = frame,
) {
  return createRoute({
    getParentRoute: () => parent,
    path,
    component,
    ...(permission ? { staticData: { permission } } : {}),
  });
}

const staff = page(
  '/staff',
  'staff.read',
  lazyRouteComponent(() => import('./org/StaffList'), 'StaffList'),
);

const pages = [
  page(
    '/',
    undefined,
    lazyRouteComponent(() => import('./pages/Home'), 'Home'),
  ),
  page(
    '/me',
    undefined,
    lazyRouteComponent(() => import('./org/Me'), 'Me'),
  ),

  page(
    '/orders',
    'order.read',
    lazyRouteComponent(() => import('./order/Orders'), 'Orders'),
  ),
  page(
    '/orders/$number',
    'order.read',
    lazyRouteComponent(() => import('./order/OrderPage'), 'OrderPage'),
  ),
  page(
    '/order-rules',
    'order.setting',
    lazyRouteComponent(() => import('./order/OrderRules'), 'OrderRules'),
  ),
  page(
    '/letterhead',
    'order.setting',
    lazyRouteComponent(() => import('./order/Letterhead'), 'Letterhead'),
  ),

  page(
    '/products',
    'product.read',
    lazyRouteComponent(() => import('./catalog/Products'), 'Products'),
  ),
  page(
    '/products/new',
    'product.edit',
    lazyRouteComponent(() => import('./catalog/ProductPage'), 'NewProduct'),
  ),
  page(
    '/products/$code',
    'product.read',
    lazyRouteComponent(() => import('./catalog/ProductPage'), 'ProductPage'),
  ),
  page(
    '/categories',
    'product.read',
    lazyRouteComponent(() => import('./catalog/Categories'), 'Categories'),
  ),
  page(
    '/templates',
    'product.read',
    lazyRouteComponent(() => import('./catalog/Templates'), 'Templates'),
  ),
  page(
    '/templates/new',
    'product.edit',
    lazyRouteComponent(() => import('./catalog/TemplatePage'), 'NewTemplate'),
  ),
  page(
    '/templates/$code',
    'product.read',
    lazyRouteComponent(() => import('./catalog/TemplatePage'), 'TemplatePage'),
  ),

  page(
    '/price-lists',
    'price.read',
    lazyRouteComponent(() => import('./pricing/PriceLists'), 'PriceLists'),
  ),
  page(
    '/price-lists/$code',
    'price.read',
    lazyRouteComponent(() => import('./pricing/ListPricesPage'), 'ListPricesPage'),
  ),
  page(
    '/prices',
    'price.read',
    lazyRouteComponent(() => import('./pricing/Explain'), 'Explain'),
  ),

  page(
    '/stock',
    'stock.read',
    lazyRouteComponent(() => import('./inventory/Stock'), 'Stock'),
  ),
  page(
    '/stock/$sku',
    'stock.read',
    lazyRouteComponent(() => import('./inventory/SkuPage'), 'SkuPage'),
  ),
  page(
    '/warehouses',
    'stock.read',
    lazyRouteComponent(() => import('./inventory/Warehouses'), 'Warehouses'),
  ),
  page(
    '/stock-display',
    'stock.read',
    lazyRouteComponent(() => import('./inventory/Display'), 'Display'),
  ),

  page(
    '/dealers',
    'dealer.read',
    lazyRouteComponent(() => import('./dealer/Dealers'), 'Dealers'),
  ),
  page(
    '/dealers/$code',
    'dealer.read',
    lazyRouteComponent(() => import('./dealer/DealerPage'), 'DealerPage'),
  ),
  page(
    '/dealer-facts',
    'dealer.edit',
    lazyRouteComponent(() => import('./dealer/LevelsAndTags'), 'LevelsAndTags'),
  ),
  page(
    '/audiences',
    'audience.read',
    lazyRouteComponent(() => import('./dealer/Audiences'), 'Audiences'),
  ),
  page(
    '/audiences/new',
    'audience.edit',
    lazyRouteComponent(() => import('./dealer/AudiencePage'), 'NewAudience'),
  ),
  page(
    '/audiences/$code',
    'audience.read',
    lazyRouteComponent(() => import('./dealer/AudiencePage'), 'AudiencePage'),
  ),
  page(
    '/announcements',
    'announcement.read',
    lazyRouteComponent(() => import('./notification/Announcements'), 'Announcements'),
  ),
  page(
    '/announcements/new',
    'announcement.edit',
    lazyRouteComponent(() => import('./notification/AnnouncementPage'), 'NewAnnouncement'),
  ),
  page(
    '/announcements/$number',
    'announcement.read',
    lazyRouteComponent(() => import('./notification/AnnouncementPage'), 'AnnouncementPage'),
  ),
  page(
    '/storefront',
    'storefront.edit',
    lazyRouteComponent(() => import('./storefront/StorefrontPage'), 'StorefrontPage'),
  ),
  page(
    '/messages',
    undefined,
    lazyRouteComponent(() => import('./notification/Messages'), 'Messages'),
  ),

  page(
    '/import',
    'import.run',
    lazyRouteComponent(() => import('./spreadsheet/Import'), 'Import'),
  ),
  page(
    '/runs',
    undefined,
    lazyRouteComponent(() => import('./spreadsheet/Runs'), 'Runs'),
  ),
  page(
    '/runs/$id',
    undefined,
    lazyRouteComponent(() => import('./spreadsheet/RunPage'), 'RunPage'),
  ),

  staff.addChildren([
    page(
      '/new',
      'staff.edit',
      lazyRouteComponent(() => import('./org/StaffPanel'), 'NewStaff'),
      staff,
    ),
    page(
      '/$code',
      'staff.read',
      lazyRouteComponent(() => import('./org/StaffPanel'), 'StaffPanel'),
      staff,
    ),
  ]),
  page(
    '/staff/$code/rights',
    'staff.read',
    lazyRouteComponent(() => import('./org/RightsPage'), 'RightsPage'),
  ),
  page(
    '/departments',
    'staff.read',
    lazyRouteComponent(() => import('./org/Departments'), 'Departments'),
  ),
  page(
    '/who-may',
    'staff.read',
    lazyRouteComponent(() => import('./org/WhoMay'), 'WhoMay'),
  ),
  page(
    '/roles',
    'staff.read',
    lazyRouteComponent(() => import('./org/Roles'), 'Roles'),
  ),
  page(
    '/roles/new',
    'staff.edit',
    lazyRouteComponent(() => import('./org/RolePage'), 'NewRole'),
  ),
  page(
    '/roles/$code',
    'staff.read',
    lazyRouteComponent(() => import('./org/RolePage'), 'RolePage'),
  ),
  page(
    '/outbox',
    'staff.edit',
    lazyRouteComponent(() => import('./mail/Outbox'), 'Outbox'),
  ),
  page(
    '/api-keys',
    'key.edit',
    lazyRouteComponent(() => import('./org/ApiKeys'), 'ApiKeys'),
  ),
  page(
    '/audit',
    'audit.read',
    lazyRouteComponent(() => import('./audit/Audit'), 'Audit'),
  ),
];

/** The living catalogue of the kit's pieces: while developing only, and in no bundle. */
const kit = import.meta.env.DEV
  ? [
      page(
        '/dev/kit',
        undefined,
        lazyRouteComponent(() => import('./dev/KitPage'), 'KitPage'),
        root,
      ),
    ]
  : [];

export const routeTree = root.addChildren([signIn, ...doors, ...kit, frame.addChildren(pages)]);
