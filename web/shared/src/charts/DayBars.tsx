import { useNavigate } from '@tanstack/react-router';
import { type KeyboardEvent, useState } from 'react';
import { useKitText, useLanguage } from '../i18n';
import { sumDecimals } from '../kit/number';
import { toAddress } from '../kit/url';
import { ChartFrame, type ChartProps, ReadAloud } from './ChartFrame';
import styles from './charts.module.css';
import { namedDays, ticksFor, type Value } from './scale';

export interface Day {
  /** yyyy-mm-dd. Days without anything belong to it too: see `everyDay`. */
  day: string;
  value: Value;
  /** A second figure of the day, said with the first. */
  note?: string;
  /** The list behind the day: its bar leads there. */
  to?: string;
}

const height = 200;

/**
 * A value for each day, as bars. The highest and the last carry their figures; the others tell theirs under
 * the pointer, and to the arrow keys. A bar with an address leads there: by click, by Enter, by a second touch.
 */
export function DayBars(props: ChartProps<Day>) {
  const t = useKitText();
  const language = useLanguage();
  const navigate = useNavigate();
  const [active, setActive] = useState<number>();
  const days = props.data ?? [];
  const values = days.map((day) => Number(day.value));
  const ticks = ticksFor(Math.max(0, ...values));
  const top = ticks.at(-1) ?? 1;
  const peak = values.indexOf(Math.max(...values));
  const last = days.length - 1;
  const short = new Intl.NumberFormat(language, { notation: 'compact', maximumFractionDigits: 1 });
  const written = (i: number) => props.format(String(days[i]?.value ?? 0));
  const nothing = values.every((value) => value === 0);

  const named = new Set(namedDays(days.length, 8));
  const fewer = new Set(namedDays(days.length, 4));
  // The last day says its figure only where no higher bar stands behind the words.
  const near = values.slice(-Math.ceil(days.length / 5));
  const free = !near.includes(values[peak] ?? 0) && near.every((value) => value <= (values[last] ?? 0));
  const labelled = active !== undefined ? [active] : free ? [peak, last] : [peak];
  const open = (i: number | undefined) => {
    const to = i === undefined ? undefined : days[i]?.to;
    if (to) {
      void navigate(toAddress(to));
    }
  };
  const onKey = (event: KeyboardEvent) => {
    if (event.key === 'Enter') {
      open(active);
    }
    const step = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    if (step !== undefined) {
      event.preventDefault();
      setActive(Math.max(0, Math.min(last, (active ?? (step > 0 ? -1 : last + 1)) + step)));
    }
  };
  const at = (i: number) => `${((i + 0.5) / days.length) * 100}%`;
  const side = (i: number) =>
    i / days.length < 0.12 ? styles.atStart : i / days.length > 0.88 ? styles.atEnd : styles.atMiddle;

  return (
    <ChartFrame
      chart={props}
      height={height}
      nothing={nothing}
      sentence={t('chart.days', {
        days: days.length,
        total: props.format(sumDecimals(days.map((day) => String(day.value)))),
        peak: written(peak),
        peakDay: days[peak]?.day.slice(5) ?? '',
      })}
    >
      {/* biome-ignore lint/a11y/useSemanticElements: a group of drawn bars is no set of fields */}
      <div
        className={styles.days}
        style={{ height }}
        role="group"
        aria-label={props.title}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: the arrow keys walk over the days
        tabIndex={0}
        onKeyDown={onKey}
        onBlur={() => setActive(undefined)}
        onPointerLeave={(event) => event.pointerType === 'mouse' && setActive(undefined)}
      >
        <div className={styles.ticks} aria-hidden="true">
          {ticks.map((tick) => (
            <span key={tick} style={{ bottom: `${(tick / top) * 100}%` }}>
              {short.format(tick)}
            </span>
          ))}
        </div>
        <div className={styles.plot} aria-hidden="true">
          {ticks.map((tick) => (
            <span key={tick} className={styles.line} style={{ bottom: `${(tick / top) * 100}%` }} />
          ))}
          <div className={styles.columns}>
            {days.map((day, i) => (
              // biome-ignore lint/a11y/useKeyWithClickEvents lint/a11y/noStaticElementInteractions: the group around the bars takes the keys
              <span
                key={day.day}
                className={`${i === active ? styles.activeColumn : styles.column} ${day.to ? styles.leads : ''}`}
                onPointerEnter={(event) => event.pointerType === 'mouse' && setActive(i)}
                onClick={() => (i === active ? open(i) : setActive(i))}
              >
                <span style={{ height: `${(Math.max(0, values[i] ?? 0) / top) * 100}%` }} />
              </span>
            ))}
          </div>
          {labelled.map((i) => (
            <span
              key={i}
              className={`${styles.figureLabel} ${side(i)} ${i === active ? styles.tip : ''}`}
              style={{ left: at(i), bottom: `${((values[i] ?? 0) / top) * 100}%` }}
            >
              {i === active && <small>{days[i]?.day}</small>}
              {written(i)}
              {i === active && days[i]?.note && <small>{days[i]?.note}</small>}
            </span>
          ))}
        </div>
        <div className={styles.names} aria-hidden="true">
          {days.map(
            (day, i) =>
              named.has(i) && (
                <span
                  key={day.day}
                  className={`${side(i)} ${fewer.has(i) ? '' : styles.wideName}`}
                  style={{ left: at(i) }}
                >
                  {day.day.slice(5)}
                </span>
              ),
          )}
        </div>
        <span className={styles.aloud} aria-live="polite">
          {active !== undefined && `${days[active]?.day} ${written(active)} ${days[active]?.note ?? ''}`}
        </span>
      </div>
      <ReadAloud caption={props.title} rows={days.map((day, i) => [day.day, written(i)])} />
    </ChartFrame>
  );
}
