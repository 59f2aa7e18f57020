import type { Order, Shipment } from '@qudao/shared/api';
import { Button, Dialog, formatQuantity, QuantityInput, toast, toastProblem } from '@qudao/shared/kit';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useOrderActs } from '../data/orders';
import styles from './order.module.css';

/** The dealer's receipt of one shipment: everything by default, less where less came. */
export function Receipt(props: { order: Order; address: string; shipment: Shipment; onClose: () => void }) {
  const { t } = useTranslation('portal');
  const { order, shipment, onClose } = props;
  const { receive } = useOrderActs(order, props.address);
  const [came, setCame] = useState(() => shipment.lines.map(({ line, quantity }) => ({ line, quantity })));
  const confirm = () =>
    receive.mutate(
      { shipment: shipment.id, lines: came },
      {
        onSuccess: () => {
          onClose();
          toast(t('order.receiptDone'));
        },
        onError: (error) => {
          onClose();
          toastProblem(error, t('order.notDone'));
        },
      },
    );
  return (
    <Dialog
      open
      title={t('order.receiveTitle', { number: shipment.number })}
      onClose={onClose}
      footer={
        <Button kind="primary" wide busy={receive.isPending} onClick={confirm}>
          {t('order.receive')}
        </Button>
      }
    >
      <p className={styles.hint}>{t('order.receiveHint')}</p>
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
