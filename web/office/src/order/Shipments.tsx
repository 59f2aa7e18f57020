import type { Order, Shipment } from '@qudao/shared/api';
import { formatQuantity, PaperLink, Section, StateTag, When } from '@qudao/shared/kit';
import { useTranslation } from 'react-i18next';
import styles from './order.module.css';

/** What has left, with whom, and what of it has arrived. */
export function Shipments({ order }: { order: Order }) {
  const { t } = useTranslation('order');
  const shipments = order.shipments ?? [];
  const over = ['rejected', 'cancelled', 'expired'].includes(order.state);
  if (over && shipments.length === 0) {
    return null;
  }
  return (
    <Section title={t('order.shipments', { count: shipments.length })}>
      {shipments.length === 0 ? (
        <p className={styles.faint}>{t('shipment.none')}</p>
      ) : (
        <ul className={styles.shipments}>
          {shipments.map((shipment) => (
            <One key={shipment.id} shipment={shipment} order={order} />
          ))}
        </ul>
      )}
    </Section>
  );
}

function One({ shipment, order }: { shipment: Shipment; order: Order }) {
  const { t } = useTranslation('order');
  const lineOf = (line: number) => order.lines.find((one) => one.line === line);
  return (
    <li>
      <p className={styles.shipmentHead}>
        <b>{shipment.number}</b>
        <StateTag of="shipment" state={shipment.state} />
        <span className={styles.faint}>
          <When at={shipment.received_at ?? shipment.shipped_at} />
        </span>
        <PaperLink
          size="small"
          kind="quiet"
          href={`/api/office/orders/${order.id}/shipments/${shipment.id}/paper`}
        >
          {t('paper.delivery')}
        </PaperLink>
      </p>
      <p>
        {[shipment.warehouse?.name, `${shipment.carrier} ${shipment.tracking}`.trim()]
          .filter(Boolean)
          .join(' → ')}
      </p>
      <ul className={styles.shipped}>
        {shipment.lines.map((line) => (
          <li key={line.line}>
            <span>{lineOf(line.line)?.name ?? line.line}</span>
            <span>
              {formatQuantity(line.quantity)} {lineOf(line.line)?.unit}
              {line.received !== undefined && line.received !== line.quantity && (
                <> · {t('shipment.received', { n: formatQuantity(line.received) })}</>
              )}
            </span>
          </li>
        ))}
      </ul>
    </li>
  );
}
