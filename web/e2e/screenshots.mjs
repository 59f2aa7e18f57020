// Pictures of every page of portal and office at the widths they are judged at, in both languages, by day and
// by night, in web/screenshots.
//   npm run screenshots                                    all of them
//   npm run screenshots -- cart                            pages whose name contains a word
//   npm run screenshots -- portal 390 en dark              one app, one width, one language, one look
//   npm run screenshots -- office whole                    pages in their whole length
import { mkdir } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { desktop, openPage, password, phone, settled, signIn, withBrowser } from './browser.mjs';
import { office, portal } from './pages.mjs';
import { withServer } from './server.mjs';

const folder = fileURLToPath(new URL('../screenshots/', import.meta.url));
const tablet = { viewport: { width: 768, height: 1024 } };
const widths = { 390: phone, 768: tablet, 1440: desktop };
const languages = { zh: 'zh-CN', en: 'en' };
const looks = ['light', 'dark'];
const apps = { portal, office: await office() };

const asked = process.argv.slice(2);
const choose = (all) => {
  const some = all.filter((one) => asked.includes(one));
  return some.length > 0 ? some : all;
};
const whole = asked.includes('whole');
const words = asked.filter(
  (word) =>
    !(word in apps || word in widths || word in languages || looks.includes(word) || word === 'whole'),
);

/** One run through an app in one width, language and look. Tells what is wrong with a page on the way. */
async function shoot(url, name, app, { width, language, look }) {
  const options = {
    ...widths[width],
    baseURL: url,
    locale: languages[language],
    colorScheme: look,
    serviceWorkers: 'block',
  };
  await withBrowser(options, async (context) => {
    const { page, errors } = await openPage(context);
    await context.addInitScript((kept) => {
      localStorage.setItem('qudao.language', kept);
    }, languages[language]);
    const take = (what) =>
      page.screenshot({
        path: `${folder}${name}-${what}-${width}-${language}-${look}.png`,
        fullPage: whole,
      });
    await page.goto(url + app.signIn);
    await page.locator('input[name=password]').waitFor();
    if (words.length === 0 || words.some((word) => 'signin'.includes(word))) {
      await take('signin');
    }
    await signIn(page, url + app.signIn, app.user);
    await app.prepare?.(page);
    let user = app.user;
    for (const { name: what, path, address, prepare, as = app.user } of app.pages) {
      if (words.length > 0 && !words.some((word) => what.includes(word))) {
        continue;
      }
      if (as !== user) {
        await page.request.post(app.session, { data: { username: as, password } });
        user = as;
      }
      const there = path ?? (await address(page));
      if (!there) {
        errors.push(`${what}: nothing to show`);
        continue;
      }
      await page.goto(url + there);
      await settled(page);
      if (prepare) {
        await prepare(page);
        await settled(page);
      }
      const wide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      if (wide > 0) {
        errors.push(`${what} is ${wide} px wider than the window`);
      }
      await take(what);
    }
    for (const error of errors) {
      console.log(`${name} ${width} ${language} ${look}: ${error}`);
    }
  });
}

await mkdir(folder, { recursive: true });
await withServer(async (url) => {
  for (const name of choose(Object.keys(apps))) {
    for (const width of choose(Object.keys(widths))) {
      for (const language of choose(Object.keys(languages))) {
        for (const look of choose(looks)) {
          await shoot(url, name, apps[name], { width, language, look });
        }
      }
    }
  }
});
