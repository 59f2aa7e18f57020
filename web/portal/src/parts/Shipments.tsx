import type { Order, Shipment } from '@qudao/shared/api';
import { Button, Dialog, formatQuantity, QuantityInput, StateTag, toast, When } from '@qudao/shared/kit';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './order.module.css';

type Lines = { line: number; quantity: number }[];

/** What left the warehouse, with which carrier, and the dealer's receipt of it. */
export function Shipments(props: {
  order: Order;
  busy: boolean;
  onReceive: (shipment: string, lines: Lines, done: () => void) => void;
}) {
  const { t } = useTranslation('portal');
  const { order } = props;
  const [receiving, setReceiving] = useState<Shipment>();
  const nameOf = (line: number) => order.lines.find((one) => one.line === line);
  return (
    <div className={styles.shipments}>
      {order.shipments.map((shipment) => (
        <section key={shipment.id} className={styles.shipment}>
          <div className={styles.shipmentHead}>
            <b>{shipment.number}</b>
            <StateTag of="shipment" state={shipment.state} />
            {shipment.state === 'shipped' && (
              <Button kind="primary" onClick={() => setReceiving(shipment)}>
                {t('order.receive')}
              </Button>
            )}
          </div>
          <Tracking shipment={shipment} />
          <p className={styles.shipmentLines}>
            {shipment.lines
              .map((one) => `${nameOf(one.line)?.name ?? one.line} × ${formatQuantity(one.quantity)}`)
              .join(', ')}
          </p>
        </section>
      ))}
      {receiving && (
        <Receive
          key={receiving.id}
          order={order}
          shipment={receiving}
          busy={props.busy}
          onClose={() => setReceiving(undefined)}
          onReceive={(lines) => props.onReceive(receiving.id, lines, () => setReceiving(undefined))}
        />
      )}
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

/** The receipt: everything by default, less where less came. */
function Receive(props: {
  order: Order;
  shipment: Shipment;
  busy: boolean;
  onClose: () => void;
  onReceive: (lines: Lines) => void;
}) {
  const { t } = useTranslation('portal');
  const { order, shipment } = props;
  const [came, setCame] = useState<Lines>(() =>
    shipment.lines.map(({ line, quantity }) => ({ line, quantity })),
  );
  return (
    <Dialog
      open
      title={t('order.receiveTitle', { number: shipment.number })}
      onClose={props.onClose}
      footer={
        <Button kind="primary" wide busy={props.busy} onClick={() => props.onReceive(came)}>
          {t('order.receive')}
        </Button>
      }
    >
      <ul className={styles.receive}>
        {shipment.lines.map((sent) => {
          const line = order.lines.find((one) => one.line === sent.line);
          return (
            <li key={sent.line}>
              <span className={styles.what}>
                <span>{line?.name}</span>
                <small>
                  {t('order.lineShipped', { n: `${formatQuantity(sent.quantity)} ${line?.unit ?? ''}` })}
                </small>
              </span>
              <QuantityInput
                value={came.find((one) => one.line === sent.line)?.quantity ?? 0}
                rule={{ maximum: sent.quantity, zero: true }}
                compact
                label={line?.name ?? ''}
                onChange={(quantity) =>
                  setCame((before) =>
                    before.map((one) => (one.line === sent.line ? { ...one, quantity } : one)),
                  )
                }
              />
            </li>
          );
        })}
      </ul>
    </Dialog>
  );
}
