import { asProblem, type Order, type ShipmentInput } from '@qudao/shared/api';
import {
  ErrorState,
  Field,
  FormGroup,
  formatQuantity,
  Notice,
  QuantityInput,
  Skeleton,
  TextInput,
} from '@qudao/shared/kit';
import type { UseMutationResult } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Stacked } from '../kit/Cells';
import { Check } from '../kit/Check';
import { Two } from '../kit/Page';
import { FormPanel } from '../kit/Panel';
import { PickOne } from '../kit/Pick';
import { useWords } from '../words';
import { useSources } from './data';
import styles from './order.module.css';
import { type Place, placesOf, shipmentLines } from './plan';

const recentKey = 'qudao.carriers';

/** Carriers used before on this device, the latest first. */
function recentCarriers(): string[] {
  return (localStorage.getItem(recentKey) ?? '').split('\n').filter(Boolean);
}

function keepCarrier(carrier: string): void {
  const all = [carrier, ...recentCarriers().filter((one) => one !== carrier)];
  localStorage.setItem(recentKey, all.slice(0, 8).join('\n'));
}

/**
 * Ships what is reserved in one warehouse: everything that is open there is ticked with its whole quantity, so
 * that a whole shipment needs only the carrier and its number.
 */
export function ShipPanel(props: {
  order: Order;
  open: boolean;
  onClose: () => void;
  act: UseMutationResult<Order, Error, ShipmentInput>;
}) {
  const { order, act } = props;
  const { t } = useTranslation('order');
  const carriers = useId();
  const sources = useSources(order, props.open);
  const places = placesOf(sources.data ?? []);
  const [code, setCode] = useState('');
  const place = places.find((one) => one.warehouse.code === code) ?? places[0];
  const [quantities, setQuantities] = useState<ReadonlyMap<string, number>>(new Map());
  const [carrier, setCarrier] = useState(() => recentCarriers()[0] ?? '');
  const [tracking, setTracking] = useState('');

  const at = (line: number) => `${place?.warehouse.code}/${line}`;
  const chosen = new Map(
    [...(place?.open ?? [])].map(([line, open]) => [line, quantities.get(at(line)) ?? open] as const),
  );
  const lines = place ? shipmentLines(place, chosen) : [];
  const close = () => {
    setQuantities(new Map());
    setTracking('');
    props.onClose();
  };
  const submit = () => {
    if (place) {
      act.mutate(
        { warehouse: place.warehouse.code, carrier: carrier.trim(), tracking: tracking.trim(), lines },
        {
          onSuccess: () => {
            keepCarrier(carrier.trim());
            close();
          },
        },
      );
    }
  };
  return (
    <FormPanel
      open={props.open}
      title={t('ship.title', { number: order.number })}
      verb={t('ship.verb', { count: lines.length })}
      wide
      onClose={close}
      onSubmit={submit}
      busy={act.isPending}
      disabled={lines.length === 0 || !carrier.trim() || !tracking.trim()}
      dirty={tracking.trim() !== '' || quantities.size > 0}
      error={act.error}
    >
      {sources.isError && <ErrorState error={sources.error} onRetry={() => void sources.refetch()} />}
      {sources.isPending && <Skeleton rows={6} />}
      {sources.isSuccess && !place && <Notice tone="waiting">{t('ship.nothing')}</Notice>}
      {place && (
        <>
          <Field label={t('ship.warehouse')} path="warehouse">
            {(control) => (
              <PickOne
                {...control}
                required
                options={places.map((one) => one.warehouse)}
                value={place.warehouse.code}
                onChange={setCode}
              />
            )}
          </Field>
          <Two>
            <Field label={t('ship.carrier')} path="carrier">
              {(control) => (
                <>
                  <TextInput
                    {...control}
                    list={carriers}
                    value={carrier}
                    onChange={(event) => setCarrier(event.target.value)}
                  />
                  <datalist id={carriers}>
                    {recentCarriers().map((one) => (
                      <option key={one} value={one} />
                    ))}
                  </datalist>
                </>
              )}
            </Field>
            <Field label={t('ship.tracking')} path="tracking">
              {(control) => (
                <TextInput
                  {...control}
                  value={tracking}
                  onChange={(event) => setTracking(event.target.value)}
                />
              )}
            </Field>
          </Two>
          <ShipLines
            order={order}
            place={place}
            chosen={chosen}
            sent={lines}
            error={act.error}
            onChange={(line, quantity) => setQuantities(new Map(quantities).set(at(line), quantity))}
          />
        </>
      )}
    </FormPanel>
  );
}

function ShipLines(props: {
  order: Order;
  place: Place;
  chosen: ReadonlyMap<number, number>;
  sent: { line: number }[];
  error: unknown;
  onChange: (line: number, quantity: number) => void;
}) {
  const { t } = useTranslation('order');
  const w = useWords();
  const problem = props.error ? asProblem(props.error) : undefined;
  const elsewhere = props.order.lines.filter(
    (line) => line.reserved > (props.place.open.get(line.line) ?? 0),
  );
  return (
    <FormGroup title={t('ship.lines')}>
      {/* Enter settles a quantity; it must not send the goods. */}
      <ul className={styles.shipLines} onKeyDown={(event) => event.key === 'Enter' && event.preventDefault()}>
        {props.order.lines
          .filter((line) => props.place.open.has(line.line))
          .map((line) => {
            const open = props.place.open.get(line.line) ?? 0;
            const quantity = props.chosen.get(line.line) ?? 0;
            const sentAt = props.sent.findIndex((one) => one.line === line.line);
            const wrong = sentAt < 0 ? [] : (problem?.under(`lines[${sentAt}]`) ?? []);
            return (
              <li key={line.line}>
                <Check
                  checked={quantity > 0}
                  onChange={(ticked) => props.onChange(line.line, ticked ? open : 0)}
                >
                  <Stacked main={line.name} sub={[line.sku, line.model].filter(Boolean).join(' · ')} />
                </Check>
                <span className={styles.shipQuantity}>
                  {quantity > 0 && (
                    <QuantityInput
                      compact
                      label={`${line.name} ${w('word.quantity')}`}
                      value={quantity}
                      rule={{ maximum: open }}
                      onChange={(n) => props.onChange(line.line, n)}
                    />
                  )}
                  <span className={styles.faint}>
                    {t('ship.of', { n: formatQuantity(open), unit: line.unit })}
                  </span>
                </span>
                {wrong.map((one) => (
                  <p key={one.path} className={styles.wrong} role="alert">
                    {one.detail}
                  </p>
                ))}
              </li>
            );
          })}
      </ul>
      {elsewhere.length > 0 && (
        <p className={styles.faint}>{t('ship.elsewhere', { count: elsewhere.length })}</p>
      )}
    </FormGroup>
  );
}
