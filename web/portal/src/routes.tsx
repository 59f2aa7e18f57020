import { createRootRoute, createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { Frame } from './Frame';

/** One line per page: its address and the file that holds it. Pages are loaded when they are opened. */
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

const pages = [
  createRoute({
    getParentRoute: () => frame,
    path: '/',
    component: lazyRouteComponent(() => import('./pages/Home'), 'Home'),
  }),
  createRoute({
    getParentRoute: () => frame,
    path: '/catalogue',
    component: lazyRouteComponent(() => import('./pages/Catalogue'), 'Catalogue'),
  }),
  createRoute({
    getParentRoute: () => frame,
    path: '/products/$code',
    component: lazyRouteComponent(() => import('./pages/Product'), 'Product'),
  }),
  createRoute({
    getParentRoute: () => frame,
    path: '/quick',
    component: lazyRouteComponent(() => import('./pages/QuickOrder'), 'QuickOrder'),
  }),
  createRoute({
    getParentRoute: () => frame,
    path: '/cart',
    component: lazyRouteComponent(() => import('./pages/Cart'), 'Cart'),
  }),
  createRoute({
    getParentRoute: () => frame,
    path: '/checkout',
    component: lazyRouteComponent(() => import('./pages/Checkout'), 'Checkout'),
  }),
  createRoute({
    getParentRoute: () => frame,
    path: '/lists',
    component: lazyRouteComponent(() => import('./pages/Lists'), 'Lists'),
  }),
  createRoute({
    getParentRoute: () => frame,
    path: '/lists/$id',
    component: lazyRouteComponent(() => import('./pages/List'), 'List'),
  }),
  createRoute({
    getParentRoute: () => frame,
    path: '/mine/addresses',
    component: lazyRouteComponent(() => import('./pages/Addresses'), 'Addresses'),
  }),
  createRoute({
    getParentRoute: () => frame,
    path: '/mine/accounts',
    component: lazyRouteComponent(() => import('./pages/Accounts'), 'Accounts'),
  }),
  createRoute({
    getParentRoute: () => frame,
    path: '/mine/security',
    component: lazyRouteComponent(() => import('./pages/Security'), 'Security'),
  }),
  createRoute({
    getParentRoute: () => frame,
    path: '/mine/password',
    component: lazyRouteComponent(() => import('./pages/Password'), 'Password'),
  }),
  createRoute({
    getParentRoute: () => frame,
    path: '/orders',
    component: lazyRouteComponent(() => import('./pages/Orders'), 'Orders'),
  }),
  createRoute({
    getParentRoute: () => frame,
    path: '/orders/$id',
    component: lazyRouteComponent(() => import('./pages/Order'), 'Order'),
  }),
  createRoute({
    getParentRoute: () => frame,
    path: '/messages',
    component: lazyRouteComponent(() => import('./pages/Messages'), 'Messages'),
  }),
  createRoute({
    getParentRoute: () => frame,
    path: '/announcements/$number',
    component: lazyRouteComponent(() => import('./pages/Announcement'), 'Announcement'),
  }),
  createRoute({
    getParentRoute: () => frame,
    path: '/mine',
    component: lazyRouteComponent(() => import('./pages/Mine'), 'Mine'),
  }),
];

export const routeTree = root.addChildren([signIn, ...doors, frame.addChildren(pages)]);
