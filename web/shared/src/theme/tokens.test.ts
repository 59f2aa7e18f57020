import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { dark, light, type Palette, styleSheet } from './tokens';

const web = fileURLToPath(new URL('../../..', import.meta.url));
const sources = Object.fromEntries(
  ['shared', 'portal', 'office']
    .flatMap((app) =>
      readdirSync(`${web}${app}/src`, { recursive: true }).map((file) => `${app}/src/${file}`),
    )
    .filter((path) => /\.(css|tsx?)$/.test(path))
    .map((path) => [path, readFileSync(web + path, 'utf8')]),
);

describe('the look is in one file', () => {
  it('no other file names a colour', () => {
    const own = Object.entries(sources).filter(([path]) => !/tokens(\.test)?\.ts$/.test(path));
    expect(own.length).toBeGreaterThan(10);
    const found = own.flatMap(([path, text]) =>
      [...text.matchAll(/#[0-9a-f]{3,8}\b(?=[;,\s'")])|\b(?:rgba?|hsla?|oklch)\([^)]*\)/gi)].map(
        ([colour]) => `${path}: ${colour}`,
      ),
    );
    expect(found).toEqual([]);
  });
  it('every variable used is a token', () => {
    const known = new Set([...styleSheet().matchAll(/--([a-z-]+):/g)].map((m) => m[1]));
    const local = /^(bottom-bar|plate-shape|page-height|page-foot|depth)$/;
    const used = Object.values(sources).flatMap((text) =>
      [...text.matchAll(/var\(--([a-z-]+)/g)].map((m) => m[1] ?? ''),
    );
    expect([...new Set(used)].filter((name) => !known.has(name) && !local.test(name))).toEqual([]);
  });
});

function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((i) => {
    const c = Number.parseInt(hex.slice(i, i + 2), 16) / 255;
    return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(a: string, b: string): number {
  const [high = 0, low = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (high + 0.05) / (low + 0.05);
}

describe.each([
  ['light', light],
  ['dark', dark],
])('%s can be read', (_, p: Palette) => {
  it.each<[keyof Palette, keyof Palette]>([
    ['ink', 'surface'],
    ['ink', 'ground'],
    ['inkSoft', 'surface'],
    ['inkSoft', 'ground'],
    ['inkFaint', 'surface'],
    ['inkFaint', 'ground'],
    ['inkFaint', 'sunken'],
    ['ink', 'sunken'],
    ['ink', 'raised'],
    ['ink', 'accentSoft'],
    ['inkSoft', 'sunken'],
    ['inkSoft', 'raised'],
    ['inkSoft', 'accentSoft'],
    ['inkFaint', 'raised'],
    ['inkFaint', 'plate'],
    ['accent', 'surface'],
    ['accent', 'ground'],
    ['accent', 'sunken'],
    ['accent', 'raised'],
    ['accentHover', 'surface'],
    ['onAccent', 'accentHover'],
    ['onAccent', 'accentPress'],
    ['waiting', 'surface'],
    ['done', 'surface'],
    ['moving', 'surface'],
    ['alarm', 'raised'],
    ['alarm', 'ground'],
    ['accent', 'accentSoft'],
    ['onAccent', 'accent'],
    ['idle', 'idleSoft'],
    ['moving', 'movingSoft'],
    ['waiting', 'waitingSoft'],
    ['done', 'doneSoft'],
    ['alarm', 'alarmSoft'],
    ['alarm', 'surface'],
  ])('%s on %s has a contrast of at least 4.5', (ink, ground) => {
    expect(contrast(p[ink], p[ground])).toBeGreaterThanOrEqual(4.5);
  });
  it.each<keyof Palette>(['chartMain', 'chartSecond', 'chartThird', 'chartFourth', 'chartRest', 'focus'])(
    '%s stands out from what it is drawn on by at least 3',
    (drawn) => {
      expect(contrast(p[drawn], p.surface)).toBeGreaterThanOrEqual(3);
    },
  );
});
