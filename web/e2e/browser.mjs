import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';

const flags = [
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-gpu',
];

/** Where Chromium is; QUDAO_CHROMIUM names another. */
const program = process.env.QUDAO_CHROMIUM ?? '/usr/bin/chromium';

/** The password of every login of the demo brand. */
export const password = 'Qudao-2026!';

/** Opens a browser with a profile of its own, gives it to `use`, and leaves nothing behind. */
export async function withBrowser(options, use) {
  const profile = await mkdtemp(join(tmpdir(), 'qudao-browser-'));
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: program,
    headless: true,
    chromiumSandbox: false,
    args: flags,
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    ...options,
  });
  context.setDefaultTimeout(15_000);
  try {
    return await use(context);
  } finally {
    await context.close();
    await rm(profile, { recursive: true, force: true });
  }
}

/** A page that fails the test when it throws or logs an error. */
export async function openPage(context) {
  // The first tour is offered over the page; who has seen it is not asked again.
  await context.addInitScript(() => {
    for (const app of ['portal', 'office']) {
      localStorage.setItem(`qudao.tour.${app}`, 'seen');
    }
  });
  const page = context.pages()[0] ?? (await context.newPage());
  const errors = [];
  page.on('pageerror', (error) => errors.push(error.message));
  page.on('console', (message) => {
    // A refusal is an answer like any other; the browser logs its status all the same.
    if (message.type() === 'error' && !message.text().startsWith('Failed to load resource')) {
      errors.push(message.text());
    }
  });
  return { page, errors };
}

/** Waits until a page shows what it has: nothing is being read, and what was read has read what belongs to it. */
export async function settled(page) {
  for (let looks = 0; looks < 2; looks++) {
    await page
      .waitForFunction(
        () =>
          document.querySelector('h1, h2, form') !== null &&
          document.querySelector('[aria-busy="true"], [role="status"][aria-label]') === null &&
          [...document.images].every((one) => one.complete || one.loading === 'lazy'),
        undefined,
        { timeout: 6000 },
      )
      .catch(() => undefined);
    await page.waitForTimeout(200);
  }
}

/** Signs in through the page as a person would. */
export async function signIn(page, url, username) {
  await page.goto(url);
  await page.locator('input[name=username]').fill(username);
  await page.locator('input[name=password]').fill(password);
  await page.locator('button[type=submit]').click();
  await page.waitForURL((at) => !at.pathname.endsWith('/signin'));
}

/** The widths that every page is judged at. */
export const desktop = { viewport: { width: 1440, height: 900 } };
export const phone = {
  viewport: { width: 390, height: 844 },
  deviceScaleFactor: 2,
  isMobile: true,
  hasTouch: true,
};
