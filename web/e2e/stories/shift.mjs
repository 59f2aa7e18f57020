import assert from 'node:assert/strict';
import { signIn } from '../browser.mjs';
import { portal } from '../pages.mjs';
import { paintOf, watchPaint } from '../paint.mjs';

/** What stands on a page is not pushed away by what comes later. */
function steady(name, app) {
  return {
    name: `no page of the ${name} moves after its first content`,
    at: ['desktop'],
    async run({ page, context, url }) {
      await watchPaint(context);
      await signIn(page, url + app.signIn, app.user);
      await app.prepare?.(page);
      const moved = [];
      for (const { name: what, path, address } of app.pages) {
        const there = path ?? (await address(page));
        if (there) {
          const { shift, pushed } = await paintOf(page, url + there);
          if (shift > 0.05) {
            moved.push(`${what} by ${shift.toFixed(3)}: ${pushed.slice(0, 4).join(', ')}`);
          }
        }
      }
      assert.deepEqual(moved, []);
    },
  };
}

export default [steady('portal', portal)];
