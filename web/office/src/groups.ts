import type { OfficeGroup } from '@qudao/shared/layout';
import type { TFunction } from 'i18next';

/** The groups at the left. A link names the permission that its page needs. */
export function groups(t: TFunction<'office'>): OfficeGroup[] {
  return [{ title: t('home.title'), links: [{ to: '/', label: t('home.title'), icon: 'home' }] }];
}
