import type { Order, Shipment } from '@qudao/shared/api';
import { Button, formatQuantity, PaperLink, StateTag, toast, When } from '@qudao/shared/kit';
import { useTranslation } from 'react-i18next';
import styles from './order.module.css';

/** What left the warehouse, and with which carrier. A shipment on its way offers its receipt. */
export function Shipments({ order, onReceive }: { order: Order; onReceive: (shipment: Shipment) => void }) {
  const { t } = useTranslation('portal');
  const nameOf = (line: number) => order.lines.find((one) => one.line === line)?.name ?? String(line);
  return (
    <div className={styles.shipments}>
      {order.shipments.map((shipment) => (
        <section key={shipment.id} className={styles.shipment}>
          <div className={styles.shipmentHead}>
            <b>{shipment.number}</b>
            <StateTag of="shipment" state={shipment.state} />
            <PaperLink
              size="small"
              kind="quiet"
              href={`/api/portal/orders/${order.id}/shipments/${shipment.id}/paper`}
            >
              {t('order.deliveryNote')}
            </PaperLink>
            {shipment.state === 'shipped' && order.shipments.length > 1 && (
              <Button size="small" onClick={() => onReceive(shipment)}>
                {t('order.receive')}
              </Button>
            )}
          </div>
          <Tracking shipment={shipment} />
          <p className={styles.shipmentLines}>
            {shipment.lines
              .map((one) => `${nameOf(one.line)} × ${formatQuantity(one.quantity)}`)
              .join(t('comma'))}
          </p>
        </section>
      ))}
    </div>
  );
}

function Tracking({ shipment }: { shipment: Shipment }) {
  const { t } = useTranslation('portal');
  const copy = async () => {
    await navigator.clipboard?.writeText(shipment.tracking);
    toast(t('order.copied'));
  };
  return (
    <p className={styles.tracking}>
      <span>
        {shipment.carrier} {shipment.tracking}
      </span>
      {shipment.tracking && (
        <Button kind="quiet" size="small" icon="copy" onClick={() => void copy()}>
          {t('order.copy')}
        </Button>
      )}
      <span>
        {t('order.shippedAt')} <When at={shipment.shipped_at} />
      </span>
      {shipment.received_at && (
        <span>
          {t('order.receivedAt')} <When at={shipment.received_at} />
        </span>
      )}
    </p>
  );
}
