import type { AuditChange } from '@qudao/shared/api';
import { useTranslation } from 'react-i18next';

/** The watched tables, as the server names them. */
export const tables = [
  'orders.orders',
  'orders.line',
  'orders.shipment',
  'orders.rule',
  'paper.letterhead',
  'storefront.block',
  'dealer.dealer',
  'dealer.address',
  'dealer.account',
  'dealer.audience',
  'dealer.level',
  'dealer.tag',
  'catalog.product',
  'catalog.sku',
  'catalog.category',
  'catalog.template',
  'catalog.picture',
  'pricing.price_list',
  'pricing.price',
  'inventory.warehouse',
  'inventory.display',
  'notification.announcement',
  'org.staff',
  'org.role',
  'org.staff_role',
  'org.division',
  'identity.login',
  'identity.api_key',
  'keyring',
] as const;

/** Names of tables, fields and actions. What this page does not know yet is shown as the server calls it. */
export function useAuditWords() {
  const { t, i18n } = useTranslation('audit');
  const word = (kind: string, code: string) => {
    const key = `${kind}.${code.replace('.', '_')}`;
    return i18n.exists(key, { ns: 'audit' }) ? t(key as 'action.insert') : code;
  };
  return {
    table: (code: string) => word('table', code),
    field: (code: string) => word('field', code),
    action: (code: string) => word('action', code),
    /** Who did it: a name where there is one; what the system did by itself is the system's. */
    actor: ({ actor, actor_name }: AuditChange) =>
      actor_name ?? (actor.startsWith('system:') ? t('audit.system') : actor),
  };
}
