// Draws the portal's icons for installation from its logo: `node e2e/icons.mjs`, after a change of icon.svg.
import { readFile, writeFile } from 'node:fs/promises';
import { withBrowser } from './browser.mjs';

const folder = new URL('../portal/public/', import.meta.url);
const logo = await readFile(new URL('icon.svg', folder), 'utf8');
const square = logo.replace('rx="7"', 'rx="0"');

/** Each file: its side, the drawing, and how much of the side the drawing takes. */
const icons = [
  ['icon-192.png', 192, logo],
  ['icon-512.png', 512, logo],
  // Systems cut their own shape: the ground reaches every edge.
  ['icon-maskable.png', 512, square],
  ['apple-touch-icon.png', 180, square],
];

await withBrowser({ viewport: { width: 512, height: 512 } }, async (context) => {
  const [page] = context.pages();
  for (const [name, side, drawing] of icons) {
    await page.setContent(
      `<style>body{margin:0;background:none}svg{display:block;width:${side}px;height:${side}px}</style>${drawing}`,
    );
    const picture = await page.locator('svg').screenshot({ omitBackground: true });
    await writeFile(new URL(name, folder), picture);
  }
});
