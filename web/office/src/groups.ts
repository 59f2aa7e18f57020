import type { OfficeGroup } from '@qudao/shared/layout';
import { useTranslation } from 'react-i18next';
import { useUnseen } from './notification/data';

/** The groups at the left. A link names the permission that its page needs. */
export function useGroups(): OfficeGroup[] {
  const { t } = useTranslation([
    'office',
    'order',
    'catalog',
    'pricing',
    'inventory',
    'dealer',
    'spreadsheet',
    'org',
    'audit',
    'notification',
    'storefront',
  ]);
  const unseen = useUnseen().data?.messages;
  return [
    {
      title: t('group.mine'),
      links: [
        { to: '/', label: t('home.title'), icon: 'home' },
        {
          to: '/messages',
          label: t('notification:messages.title'),
          icon: 'bell',
          ...(unseen ? { badge: unseen } : {}),
        },
        { to: '/me', label: t('me.title'), icon: 'gear' },
      ],
    },
    {
      title: t('group.order'),
      links: [
        { to: '/orders', label: t('order:orders.title'), icon: 'orders', permission: 'order.read' },
        { to: '/order-rules', label: t('order:rules.title'), icon: 'clock', permission: 'order.setting' },
        { to: '/letterhead', label: t('order:letterhead.title'), icon: 'print', permission: 'order.setting' },
      ],
    },
    {
      title: t('group.product'),
      links: [
        { to: '/products', label: t('catalog:products.title'), icon: 'box', permission: 'product.read' },
        { to: '/categories', label: t('catalog:categories.title'), icon: 'grid', permission: 'product.read' },
        { to: '/templates', label: t('catalog:templates.title'), icon: 'list', permission: 'product.read' },
      ],
    },
    {
      title: t('group.price'),
      links: [
        { to: '/price-lists', label: t('pricing:lists.title'), icon: 'tag', permission: 'price.read' },
        { to: '/prices', label: t('pricing:explain.title'), icon: 'search', permission: 'price.read' },
      ],
    },
    {
      title: t('group.stock'),
      links: [
        { to: '/stock', label: t('inventory:stock.title'), icon: 'stack', permission: 'stock.read' },
        {
          to: '/warehouses',
          label: t('inventory:warehouses.title'),
          icon: 'building',
          permission: 'stock.read',
        },
        {
          to: '/stock-display',
          label: t('inventory:display.title'),
          icon: 'filter',
          permission: 'stock.read',
        },
      ],
    },
    {
      title: t('group.dealer'),
      links: [
        { to: '/dealers', label: t('dealer:dealers.title'), icon: 'building', permission: 'dealer.read' },
        { to: '/dealer-facts', label: t('dealer:facts.title'), icon: 'tag', permission: 'dealer.edit' },
        { to: '/audiences', label: t('dealer:audiences.title'), icon: 'people', permission: 'audience.read' },
        {
          to: '/announcements',
          label: t('notification:announcements.title'),
          icon: 'megaphone',
          permission: 'announcement.read',
        },
        { to: '/storefront', label: t('storefront:title'), icon: 'home', permission: 'storefront.edit' },
      ],
    },
    {
      title: t('group.data'),
      links: [
        { to: '/import', label: t('spreadsheet:import.title'), icon: 'upload', permission: 'import.run' },
        { to: '/runs', label: t('spreadsheet:runs.title'), icon: 'history', permission: 'export.run' },
      ],
    },
    {
      title: t('group.setting'),
      links: [
        { to: '/departments', label: t('org:departments.title'), icon: 'building', permission: 'staff.read' },
        { to: '/staff', label: t('org:staff.title'), icon: 'person', permission: 'staff.read' },
        { to: '/roles', label: t('org:roles.title'), icon: 'shield', permission: 'staff.read' },
        { to: '/who-may', label: t('org:whoMay.title'), icon: 'compass', permission: 'staff.read' },
        { to: '/outbox', label: t('outbox.title'), icon: 'mail', permission: 'staff.edit' },
        { to: '/api-keys', label: t('org:keys.title'), icon: 'key', permission: 'key.edit' },
        { to: '/audit', label: t('audit:audit.title'), icon: 'list', permission: 'audit.read' },
      ],
    },
  ];
}
