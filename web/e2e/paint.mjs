import { settled } from './browser.mjs';

/**
 * What a person sees of a page while it comes: when something of it stands (the browser's first contentful
 * paint), when the largest of it does, and how much of what stood was pushed away later, without a touch or a
 * key having asked for it.
 */

/** Makes every page of a context keep its figures. */
export function watchPaint(context) {
  return context.addInitScript(() => {
    const kept = { first: 0, largest: 0, shift: 0, pushed: [] };
    globalThis.qudaoPaint = kept;
    const watch = (type, take) =>
      new PerformanceObserver((list) => list.getEntries().forEach(take)).observe({ type, buffered: true });
    watch('paint', (entry) => {
      if (entry.name === 'first-contentful-paint') {
        kept.first = entry.startTime;
      }
    });
    watch('largest-contentful-paint', (entry) => {
      kept.largest = entry.startTime;
    });
    watch('layout-shift', (entry) => {
      if (!entry.hadRecentInput) {
        kept.shift += entry.value;
        kept.pushed.push(
          ...entry.sources.map(
            ({ node }) => `${node?.nodeName ?? '?'}.${node?.className ?? ''} ${entry.value.toFixed(3)}`,
          ),
        );
      }
    });
  });
}

/** Opens a page and waits until it rests. */
export async function paintOf(page, url) {
  await page.goto(url);
  await settled(page);
  return page.evaluate(() => globalThis.qudaoPaint);
}

export const median = (figures) => [...figures].sort((a, b) => a - b)[Math.floor(figures.length / 2)];
