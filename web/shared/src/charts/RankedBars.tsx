import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useKitText } from '../i18n';
import { sumDecimals } from '../kit/number';
import { toAddress } from '../kit/url';
import { ChartFrame, type ChartProps } from './ChartFrame';
import styles from './charts.module.css';
import { largestOf, type Part, percentOf } from './scale';

/**
 * Which of many is largest, as bars under each other, largest first. A bar with an address leads there. What
 * is beyond `most` is one bar of its own.
 */
export function RankedBars(props: ChartProps<Part> & { most?: number }) {
  const t = useKitText();
  const most = props.most ?? 8;
  const { shown, rest, total } = largestOf(props.data ?? [], most);
  const rows: (Part & { rest?: boolean })[] = [
    ...shown,
    ...(rest
      ? [{ key: 'rest', label: t('chart.rest', { count: rest.count }), value: rest.value, rest: true }]
      : []),
  ];
  const largest = Math.max(1e-9, ...rows.map((row) => Number(row.value)));
  const first = shown[0];
  const leaders = shown.slice(0, 3);
  return (
    <ChartFrame
      chart={props}
      height={Math.min(most, 6) * 32}
      nothing={!first || Number(first.value) <= 0}
      sentence={t(leaders.length > 2 ? 'chart.ranked' : 'chart.most', {
        first: first?.label ?? '',
        share: percentOf(first?.value ?? 0, total),
        count: leaders.length,
        together: percentOf(sumDecimals(leaders.map((part) => String(part.value))), total),
      })}
    >
      <ol className={styles.ranked}>
        {rows.map((row) => (
          <li key={row.key} className={row.rest ? styles.restRow : ''}>
            <RowLink to={row.to}>
              <span className={styles.rowName} title={row.label}>
                {row.label}
              </span>
              <span className={styles.track} aria-hidden="true">
                <span style={{ width: `${Math.max(0, (Number(row.value) / largest) * 100)}%` }} />
              </span>
              <span className={styles.rowValue}>{props.format(String(row.value))}</span>
            </RowLink>
          </li>
        ))}
      </ol>
    </ChartFrame>
  );
}

function RowLink({ to, children }: { to: string | undefined; children: ReactNode }) {
  return to ? (
    <Link {...toAddress(to)} className={styles.row ?? ''}>
      {children}
    </Link>
  ) : (
    <span className={styles.row}>{children}</span>
  );
}
