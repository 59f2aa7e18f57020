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

/** The server under test. */
export const base = (process.env.QUDAO_URL ?? 'http://127.0.0.1:8080').replace(/\/$/, '');

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
  try {
    return await use(context);
  } finally {
    await context.close();
    await rm(profile, { recursive: true, force: true });
  }
}

/** The two widths every page is judged at. */
export const desktop = { viewport: { width: 1440, height: 900 } };
export const phone = {
  viewport: { width: 390, height: 844 },
  deviceScaleFactor: 2,
  isMobile: true,
  hasTouch: true,
};
