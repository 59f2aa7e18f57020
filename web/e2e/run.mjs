// The stories in a browser, against a server with the demo brand.
//   npm run e2e              all stories
//   npm run e2e -- quick     those whose name contains a word
import { mkdir, readdir } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { desktop, openPage, phone, withBrowser } from './browser.mjs';
import { withServer } from './server.mjs';

const widths = { desktop, phone };
const pictures = fileURLToPath(new URL('../screenshots/', import.meta.url));
const words = process.argv.slice(2);

/** Every story: its name, the widths it is told at, and what happens. */
async function stories() {
  const folder = new URL('./stories/', import.meta.url);
  const files = (await readdir(folder)).filter((file) => file.endsWith('.mjs')).sort();
  const told = await Promise.all(files.map((file) => import(new URL(file, folder).href)));
  return told
    .flatMap((module) => module.default)
    .flatMap((story) => (story.at ?? ['desktop', 'phone']).map((width) => ({ ...story, width })))
    .filter(({ name, width }) => words.every((word) => `${name} ${width}`.includes(word)));
}

async function tell(story, url) {
  // A service worker would answer in place of the server; the stories about it ask for it.
  const serviceWorkers = story.installed ? 'allow' : 'block';
  await withBrowser({ ...widths[story.width], baseURL: url, serviceWorkers }, async (context) => {
    const { page, errors } = await openPage(context);
    try {
      await story.run({ page, context, url, narrow: story.width === 'phone' });
      const wide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      if (wide > 0) {
        errors.push(`the page is ${wide} px wider than the window`);
      }
      if (errors.length > 0) {
        throw new Error(`the page complained: ${errors.join('; ')}`);
      }
    } catch (error) {
      await mkdir(pictures, { recursive: true });
      const name = `failed-${story.name}-${story.width}`.replace(/[^\p{L}\p{N}]+/gu, '-');
      await page.screenshot({ path: `${pictures}${name}.png` }).catch(() => undefined);
      throw error;
    }
  });
}

let failed = 0;
await withServer(async (url) => {
  for (const story of await stories()) {
    const began = Date.now();
    try {
      await tell(story, url);
      console.log(`ok   ${story.name} (${story.width}, ${Date.now() - began} ms)`);
    } catch (error) {
      failed += 1;
      console.error(`FAIL ${story.name} (${story.width})\n${error.stack}`);
    }
  }
});
if (failed > 0) {
  console.error(`${failed} failed; pictures are in web/screenshots`);
  process.exitCode = 1;
}
