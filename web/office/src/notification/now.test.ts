import type { Announcement } from '@qudao/shared/api';
import { expect, it } from 'vitest';
import { nowOf } from './now';

const at = (hour: number) => `2026-11-23T${String(hour).padStart(2, '0')}:00:00Z`;
const announcement = (rest: Partial<Announcement>) => ({ state: 'published', ...rest }) as Announcement;

it('says whether dealers see an announcement now', () => {
  const noon = new Date(at(12)).getTime();
  expect(nowOf(announcement({ state: 'draft' }), noon)).toBe('draft');
  expect(nowOf(announcement({ state: 'withdrawn', until: at(20) }), noon)).toBe('withdrawn');
  expect(nowOf(announcement({}), noon)).toBe('shown');
  expect(nowOf(announcement({ since: at(13) }), noon)).toBe('coming');
  expect(nowOf(announcement({ since: at(12), until: at(13) }), noon)).toBe('shown');
  expect(nowOf(announcement({ until: at(12) }), noon)).toBe('over');
});
