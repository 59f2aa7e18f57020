import type { Trace, TraceStep } from '../api/types';
import { useKitText } from '../i18n';
import { Icon } from './icons';
import { formatDecimal, formatMoney, formatPrice, formatQuantity } from './number';
import { Popover } from './Popover';
import styles from './PriceTrace.module.css';

const kinds = ['base', 'audience', 'dealer'] as const;
const reasons = ['lower_priority', 'not_valid', 'below_first_tier'] as const;

/** Whether we have words for what the server said; it may be newer than the page. */
function known<Word extends string>(words: readonly Word[], said: string | undefined): said is Word {
  return words.some((word) => word === said);
}

/** How a price came about: what was applied, and what was looked at and left, with its reason. */
export function PriceTrace({ trace }: { trace: Trace | undefined }) {
  const t = useKitText();
  if (!trace) {
    return null;
  }
  return (
    <Popover
      label={t('price.trace')}
      className={styles.trigger ?? ''}
      align="end"
      trigger={<Icon name="info" size={16} />}
    >
      <div className={styles.trace}>
        <h3>{t('price.trace')}</h3>
        <TraceSteps trace={trace} />
      </div>
    </Popover>
  );
}

/** The trace alone, for a page that has room to show it. */
export function TraceSteps({ trace }: { trace: Trace }) {
  const t = useKitText();
  if (trace.steps.length === 0) {
    return <p className={styles.reason}>{t('price.empty')}</p>;
  }
  // Basis points as a percentage, by text: 1300 is "13", 650 is "6.5".
  const rate = formatDecimal((trace.rate / 100).toFixed(2), { least: 0, most: 2 });
  return (
    <ol className={styles.steps}>
      {trace.steps.map((step, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the order of the steps is their identity
        <Step key={i} step={step} />
      ))}
      <li className={styles.sum}>
        <span className={styles.what}>
          {t('price.sum', { quantity: formatQuantity(trace.quantity), price: formatPrice(trace.price) })}
          <span className={styles.reason}>
            {trace.tax_included ? t('price.taxIn', { rate }) : t('price.taxOut', { rate })}
          </span>
        </span>
        <span className={styles.value}>{formatMoney(trace.amount)}</span>
      </li>
    </ol>
  );
}

function Step({ step }: { step: TraceStep }) {
  const t = useKitText();
  const tier = step.minimum > 1 ? t('price.tier', { n: formatQuantity(step.minimum) }) : '';
  const why = step.applied
    ? ''
    : known(reasons, step.reason)
      ? t(`price.reason.${step.reason}`)
      : t('price.notApplied');
  return (
    <li className={step.applied ? '' : styles.left}>
      <span className={styles.what}>
        {step.label || (known(kinds, step.kind) ? t(`price.kind.${step.kind}`) : step.kind)}
        {(tier || why) && <span className={styles.reason}>{[tier, why].filter(Boolean).join(' · ')}</span>}
      </span>
      <span className={styles.value}>{formatPrice(step.price)}</span>
    </li>
  );
}
