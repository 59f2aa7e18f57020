import type { Trace, TraceStep } from '../api/types';
import { useKitText } from '../i18n';
import { Icon } from './icons';
import { formatMoney, formatPrice } from './number';
import { Popover } from './Popover';
import styles from './PriceTrace.module.css';

const stages = ['price', 'item', 'category', 'order', 'freight', 'rebate', 'rounding', 'tax'] as const;

function isStage(stage: string): stage is (typeof stages)[number] {
  return (stages as readonly string[]).includes(stage);
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
      className={styles.trigger}
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

/** The steps alone, for a page that has room to show them. */
export function TraceSteps({ trace }: { trace: Trace }) {
  const t = useKitText();
  if (trace.steps.length === 0) {
    return <p className={styles.reason}>{t('price.empty')}</p>;
  }
  return (
    <ol className={styles.steps}>
      {trace.steps.map((step, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the order of the steps is their identity
        <li key={i} className={step.applied ? '' : styles.left}>
          <span className={styles.stage}>
            {isStage(step.stage) ? t(`price.stage.${step.stage}`) : step.stage}
          </span>
          <span className={styles.what}>
            {step.label}
            {(step.reason || !step.applied) && (
              <span className={styles.reason}>{step.reason || t('price.notApplied')}</span>
            )}
          </span>
          <span className={styles.value}>{shownValue(step)}</span>
        </li>
      ))}
    </ol>
  );
}

function shownValue(step: TraceStep): string {
  if (step.amount !== undefined) {
    return formatMoney(step.amount);
  }
  return step.price === undefined ? '' : formatPrice(step.price);
}
