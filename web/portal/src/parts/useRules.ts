import type { AccountLimits, Address } from '@qudao/shared/api';
import { formatMoney } from '@qudao/shared/kit';
import { useTranslation } from 'react-i18next';

const named = 3;

/** The limits of an account in words, one sentence each; none where nothing narrows it. */
export function useRules(limits: AccountLimits | undefined, addresses: Address[]): string[] {
  const { t } = useTranslation('portal');
  if (!limits) {
    return [];
  }
  const few = (names: string[]) =>
    names.slice(0, named).join(t('accounts.and')) +
    (names.length > named ? t('accounts.more', { count: names.length }) : '');
  const rules: string[] = [];
  if (limits.hides_prices) {
    rules.push(t('accounts.ruleHidden'));
  }
  if (limits.pool) {
    const names = [...limits.pool.categories, ...limits.pool.products].map((one) => one.name);
    rules.push(t('accounts.rulePool', { goods: few(names) }));
  }
  if (limits.addresses) {
    const names = limits.addresses.flatMap((id) => {
      const address = addresses.find((one) => one.id === id);
      return address ? [`${address.region.name}${address.detail}`] : [];
    });
    rules.push(t('accounts.ruleAddresses', { addresses: few(names) }));
  }
  if (limits.per_order !== undefined) {
    rules.push(t('accounts.ruleOrder', { amount: formatMoney(limits.per_order) }));
  }
  if (limits.per_month !== undefined) {
    rules.push(t('accounts.ruleMonth', { amount: formatMoney(limits.per_month) }));
  }
  return rules;
}
