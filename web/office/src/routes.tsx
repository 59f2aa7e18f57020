import { createRootRoute, createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { Frame } from './Frame';

/** One line per page: its address and the file that holds it. Pages are loaded when they are opened. */
const root = createRootRoute();

const signIn = createRoute({
  getParentRoute: () => root,
  path: '/signin',
  component: lazyRouteComponent(() => import('./pages/SignIn'), 'SignIn'),
});

const frame = createRoute({ getParentRoute: () => root, id: 'frame', component: Frame });

const pages = [
  createRoute({
    getParentRoute: () => frame,
    path: '/',
    component: lazyRouteComponent(() => import('./pages/Home'), 'Home'),
  }),
];

export const routeTree = root.addChildren([signIn, frame.addChildren(pages)]);
