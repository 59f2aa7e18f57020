import type { ReactNode } from 'react';
import { useKitText } from '../i18n';
import { ErrorState } from '../kit';
import styles from './charts.module.css';

/** What every chart takes. `data` is undefined while it is read. */
export interface ChartProps<Item> {
  title: string;
  data: readonly Item[] | undefined;
  error?: unknown;
  onRetry?: () => void;
  /** How a value is written: formatMoney, formatQuantity. */
  format: (value: string) => string;
  /** What the chart shows, in one sentence. The chart makes one of its own where the page has none. */
  sentence?: string;
  /** What is said where there is nothing to draw. */
  empty?: string;
  /** Beside the title: a choice of span, a link to more. */
  extra?: ReactNode;
}

/** The title, the sentence and the drawing, or what stands in its place. Its height is the same in all states. */
export function ChartFrame(props: {
  chart: ChartProps<unknown>;
  height: number;
  nothing: boolean;
  sentence: string;
  children: ReactNode;
}) {
  const t = useKitText();
  const { chart, height } = props;
  const waits = chart.data === undefined;
  const failed = waits && chart.error !== undefined && chart.error !== null;
  return (
    <figure className={styles.figure} aria-busy={(waits && !failed) || undefined}>
      <header className={styles.head}>
        <h2>{chart.title}</h2>
        {chart.extra}
      </header>
      {failed ? (
        <ErrorState error={chart.error} {...(chart.onRetry ? { onRetry: chart.onRetry } : {})} />
      ) : waits ? (
        <>
          <p className={styles.sentence}>
            <span className={styles.bar} />
          </p>
          <div className={styles.waiting} style={{ height }} role="status" aria-label={t('state.loading')} />
        </>
      ) : props.nothing ? (
        <>
          <figcaption className={styles.sentence}>&nbsp;</figcaption>
          <div className={styles.nothing} style={{ height }}>
            {chart.empty ?? t('chart.empty')}
          </div>
        </>
      ) : (
        <>
          <figcaption className={styles.sentence}>{chart.sentence ?? props.sentence}</figcaption>
          {props.children}
        </>
      )}
    </figure>
  );
}

/** The same figures as a table, for those who cannot see the drawing. */
export function ReadAloud({ caption, rows }: { caption: string; rows: readonly [string, string][] }) {
  return (
    <table className={styles.aloud}>
      <caption>{caption}</caption>
      <tbody>
        {rows.map(([label, value]) => (
          <tr key={label}>
            <th scope="row">{label}</th>
            <td>{value}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
