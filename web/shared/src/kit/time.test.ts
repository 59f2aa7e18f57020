import i18next from 'i18next';
import { beforeAll, expect, it } from 'vitest';
import zh from '../i18n/zh-CN/kit';
import { businessDay, exactTime, sayTime } from './time';

const now = new Date('2026-03-02T01:30:00Z'); // 09:30 in Shanghai

beforeAll(async () => {
  await i18next.init({ lng: 'zh-CN', resources: { 'zh-CN': { kit: zh } } });
});

it.each([
  ['2026-03-02T01:29:50Z', '刚刚'],
  ['2026-03-02T01:10:00Z', '20 分钟前'],
  ['2026-03-01T16:05:00Z', '今天 00:05'],
  ['2026-03-01T15:59:00Z', '昨天 23:59'],
  ['2026-03-02T16:01:00Z', '明天 00:01'],
  ['2026-01-05T02:00:00Z', '01-05 10:00'],
  ['2025-12-31T15:59:00Z', '2025-12-31'],
])('says %s as %s', (at, said) => expect(sayTime(at, now, 'zh-CN')).toBe(said));

it('cuts days in Shanghai', () => {
  expect(businessDay(new Date('2026-03-01T16:00:00Z'))).toBe('2026-03-02');
  expect(exactTime('2026-03-01T16:00:05Z')).toBe('2026-03-02 00:00:05');
});
