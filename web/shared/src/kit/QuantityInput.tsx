import { useEffect, useState } from 'react';
import { useKitText } from '../i18n';
import { Icon } from './icons';
import { formatQuantity, judgeQuantity, type QuantityRule, readQuantity, stepQuantity } from './number';
import styles from './QuantityInput.module.css';

function plain(n: number): string {
  return String(Math.round(n * 1000) / 1000);
}

/**
 * A quantity with its ordering rule. It never changes what was typed by itself: a wrong quantity stays, says
 * so, and the nearest right ones are one touch away. `onChange` hears right quantities only, when typing is
 * done (Enter or leaving) or a step is made.
 */
export function QuantityInput(props: {
  value: number;
  rule: QuantityRule;
  unit?: string;
  label?: string;
  disabled?: boolean;
  compact?: boolean;
  onChange: (quantity: number) => void;
}) {
  const { value, rule, onChange } = props;
  const t = useKitText();
  const [typed, setTyped] = useState(plain(value));
  useEffect(() => setTyped(plain(value)), [value]);

  const number = readQuantity(typed);
  const verdict = number === undefined ? undefined : judgeQuantity(number, rule);
  const wrong = verdict === undefined || !verdict.right;
  const offers = verdict ? verdict.nearest : judgeQuantity(0, rule).nearest;

  const take = (quantity: number) => {
    setTyped(plain(quantity));
    if (quantity !== value) {
      onChange(quantity);
    }
  };
  const settle = () => {
    if (number !== undefined && !wrong) {
      take(number);
    }
  };
  const step = (direction: 1 | -1) => take(stepQuantity(number ?? value, rule, direction));

  return (
    <div className={`${styles.field} ${props.compact ? styles.compact : ''}`}>
      <div className={`${styles.box} ${wrong ? styles.wrong : ''}`}>
        <button
          type="button"
          aria-label={t('action.decrease')}
          disabled={props.disabled || (!wrong && number === stepQuantity(number ?? 0, rule, -1))}
          onClick={() => step(-1)}
        >
          <Icon name="minus" size={16} />
        </button>
        <input
          inputMode="decimal"
          autoComplete="off"
          aria-label={props.label ?? t('quantity.label')}
          aria-invalid={wrong}
          value={typed}
          disabled={props.disabled}
          onChange={(event) => setTyped(event.target.value)}
          onFocus={(event) => event.target.select()}
          onBlur={settle}
          onKeyDown={(event) => {
            if (event.key === 'Enter') {
              settle();
            } else if (event.key === 'ArrowUp' || event.key === 'ArrowDown') {
              event.preventDefault();
              step(event.key === 'ArrowUp' ? 1 : -1);
            }
          }}
        />
        {props.unit && <span className={styles.unit}>{props.unit}</span>}
        <button
          type="button"
          aria-label={t('action.increase')}
          disabled={props.disabled}
          onClick={() => step(1)}
        >
          <Icon name="plus" size={16} />
        </button>
      </div>
      {wrong && (
        <div className={styles.offer} role="alert">
          <span>{t('quantity.wrong')}</span>
          {offers.map((n) => (
            <button key={n} type="button" onClick={() => take(n)}>
              {t('quantity.use', { n: formatQuantity(n) })}
            </button>
          ))}
        </div>
      )}
    </div>
  );
}

/** The ordering rule in words: "起订 20 · 每 10 递增". Empty where any whole quantity may be ordered. */
export function QuantityRuleText({ rule }: { rule: QuantityRule }) {
  const t = useKitText();
  const words = [
    (rule.minimum ?? 0) > 1 ? t('quantity.minimum', { n: formatQuantity(rule.minimum ?? 0) }) : '',
    (rule.multiple ?? 0) > 1 ? t('quantity.multiple', { n: formatQuantity(rule.multiple ?? 0) }) : '',
  ].filter(Boolean);
  return words.length > 0 ? <span className={styles.rule}>{words.join(' · ')}</span> : null;
}
