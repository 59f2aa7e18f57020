import { type AnyRoute, createRouter } from '@tanstack/react-router';
import { Problem } from '../api/problem';
import { ErrorState, parseSearch, writeSearch } from '../kit';

/** A router over an app's routes. Pages load when they are needed; the next one already on hover or touch. */
export function appRouter(routeTree: AnyRoute, basepath: string) {
  return createRouter({
    routeTree,
    basepath,
    parseSearch,
    stringifySearch: writeSearch,
    defaultPreload: 'intent',
    scrollRestoration: true,
    defaultErrorComponent: ({ error, reset }) => <ErrorState error={error} onRetry={reset} />,
    defaultNotFoundComponent: () => <ErrorState error={new Problem(404, 'not_found', '')} />,
  });
}
