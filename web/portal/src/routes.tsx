import { createRootRoute, createRoute, lazyRouteComponent } from '@tanstack/react-router';

/** One line per page: its address and the file that holds it. Pages are loaded when they are opened. */
const root = createRootRoute();

const signIn = createRoute({
  getParentRoute: () => root,
  path: '/signin',
  component: lazyRouteComponent(() => import('./pages/SignIn'), 'SignIn'),
});

export const routeTree = root.addChildren([signIn]);
