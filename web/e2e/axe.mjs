import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';

const source = readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Fails unless a page is without serious findings of accessibility. */
export async function accessible(page, what) {
  await page.evaluate(await source);
  const found = await page.evaluate(async () => {
    const { violations } = await globalThis.axe.run(document, {
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'best-practice'],
      resultTypes: ['violations'],
    });
    return violations
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .map(
        ({ id, help, nodes }) =>
          `${id} (${help}): ${nodes.map((node) => node.html.slice(0, 160)).join(' | ')}`,
      );
  });
  assert.deepEqual(found, [], `${what} has serious findings`);
}
