import { describe, expect, it } from 'vitest';
import { paths, slots, texts } from './same';

type Files = Record<string, { default: object }>;
const zh: Files = import.meta.glob('../../../{shared,portal,office}/src/i18n/zh-CN/*.ts', { eager: true });
const en: Files = import.meta.glob('../../../{shared,portal,office}/src/i18n/en/*.ts', { eager: true });

describe('both languages are whole', () => {
  it('has the same areas', () => {
    expect(Object.keys(zh)).not.toEqual([]);
    expect(Object.keys(en).map((path) => path.replace('/en/', '/zh-CN/'))).toEqual(Object.keys(zh));
  });
  for (const [path, chinese] of Object.entries(zh)) {
    const english = en[path.replace('/zh-CN/', '/en/')] ?? { default: {} };
    it(`${path} has the same texts with the same facts`, () => {
      expect(paths(english.default)).toEqual(paths(chinese.default));
      expect(slots(english.default)).toEqual(slots(chinese.default));
    });
    it(`${path} has no empty text`, () => {
      const all = { ...texts(chinese.default), ...texts(english.default) };
      expect(Object.keys(all).filter((name) => !all[name]?.trim())).toEqual([]);
    });
  }
});
