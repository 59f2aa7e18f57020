import { Problem } from '@qudao/shared/api';
import {
  Button,
  EmptyState,
  ErrorState,
  Icon,
  IconButton,
  type IconName,
  iconNames,
  Money,
  Notice,
  Price,
  Progress,
  Quantity,
  QuantityInput,
  QuantityRuleText,
  Skeleton,
  StateTag,
  Tag,
  type Tone,
  When,
} from '@qudao/shared/kit';
import { useState } from 'react';
import styles from './dev.module.css';
import { useDevText } from './words';

const tones: Tone[] = ['idle', 'moving', 'waiting', 'done', 'alarm'];

export function NumberPieces() {
  const [quantity, setQuantity] = useState(20);
  const rule = { minimum: 20, multiple: 10 };
  return (
    <div className={styles.row}>
      <Money value="1234567.8" currency="CNY" strong />
      <Money value="-32.5" />
      <Price value="12.345" currency="CNY" unit="m" />
      <Price value={undefined} />
      <Quantity value={12000} />
      <When at={new Date(Date.now() - 240_000).toISOString()} />
      <QuantityInput value={quantity} rule={rule} onChange={setQuantity} />
      <QuantityRuleText rule={rule} />
      <QuantityInput value={15} rule={rule} onChange={() => undefined} />
    </div>
  );
}

export function ActionPieces() {
  const t = useDevText();
  return (
    <>
      <div className={styles.row}>
        <Button kind="primary">{t('sample.primary')}</Button>
        <Button kind="primary" busy>
          {t('sample.busy')}
        </Button>
        <Button icon="download">{t('sample.plain')}</Button>
        <Button disabled>{t('sample.plain')}</Button>
        <Button kind="quiet">{t('sample.quiet')}</Button>
        <Button kind="danger">{t('sample.danger')}</Button>
        <Button size="small">{t('sample.plain')}</Button>
        <Button size="large" kind="primary">
          {t('sample.primary')}
        </Button>
        <IconButton icon="print" label={t('sample.print')} />
      </div>
      <div className={styles.row}>
        {tones.map((tone) => (
          <Tag key={tone} tone={tone}>
            {t('sample.state')}
          </Tag>
        ))}
        {['in_review', 'accepted', 'received', 'rejected', 'cancelled'].map((state) => (
          <StateTag key={state} of="order" state={state} />
        ))}
      </div>
      {tones.map((tone) => (
        <Notice key={tone} tone={tone}>
          {t('sample.notice')}
        </Notice>
      ))}
      <Progress done={42} total={100} />
      <Progress done={0} total={0} />
    </>
  );
}

export function StatePieces() {
  const t = useDevText();
  return (
    <div className={styles.cards}>
      <div className={styles.card}>
        <EmptyState
          icon="orders"
          title={t('sample.nothing')}
          action={<Button kind="primary">{t('sample.primary')}</Button>}
        />
      </div>
      {[500, 403, 404, 0].map((status) => (
        <div key={status} className={styles.card}>
          <ErrorState
            error={new Problem(status, status === 0 ? 'unreachable' : `http_${status}`, '', {}, [], 'f00d')}
            onRetry={() => undefined}
          />
        </div>
      ))}
      <div className={styles.card}>
        <Skeleton />
      </div>
    </div>
  );
}

const drawn: IconName[] = [
  'orders',
  'box',
  'cart',
  'search',
  'people',
  'tag',
  'stack',
  'history',
  'lock',
  'warn',
  'check',
  'bell',
  'chart',
];

export function DrawingPieces() {
  return (
    <>
      <div className={styles.cards}>
        {drawn.map((icon) => (
          <div key={icon} className={styles.card}>
            <EmptyState icon={icon} title={icon} />
          </div>
        ))}
      </div>
      <div className={styles.icons}>
        {iconNames.map((name) => (
          <span key={name}>
            <Icon name={name} size={22} />
            {name}
          </span>
        ))}
      </div>
    </>
  );
}
