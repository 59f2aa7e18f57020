import { Link } from '@tanstack/react-router';
import { useKitText } from '../i18n';
import { toAddress } from '../kit/url';
import { ChartFrame, type ChartProps } from './ChartFrame';
import styles from './charts.module.css';
import { largestOf, type Part, percentOf } from './scale';

const tones = [styles.first, styles.second, styles.third, styles.fourth];

/** How a whole is divided: one bar in at most five parts, each with its name, figure and share. */
export function Share(props: ChartProps<Part>) {
  const t = useKitText();
  const { shown, rest, total } = largestOf(props.data ?? [], 5);
  const parts: (Part & { tone: string | undefined })[] = [
    ...shown.slice(0, 4).map((part, i) => ({ ...part, tone: tones[i] })),
    ...shown.slice(4).map((part) => ({ ...part, tone: styles.rest })),
    ...(rest
      ? [
          {
            key: 'rest',
            label: t('chart.rest', { count: rest.count }),
            value: rest.value,
            tone: styles.rest,
          },
        ]
      : []),
  ];
  return (
    <ChartFrame
      chart={props}
      height={152}
      nothing={Number(total) <= 0}
      sentence={t('chart.most', {
        first: shown[0]?.label ?? '',
        share: percentOf(shown[0]?.value ?? 0, total),
      })}
    >
      <div className={styles.whole} aria-hidden="true">
        {parts
          .filter((part) => Number(part.value) > 0)
          .map((part) => (
            <span key={part.key} className={part.tone} style={{ flexGrow: Number(part.value) }} />
          ))}
      </div>
      <ul className={styles.parts}>
        {parts.map((part) => (
          <li key={part.key}>
            <span className={`${styles.swatch} ${part.tone}`} aria-hidden="true" />
            {part.to ? <Link {...toAddress(part.to)}>{part.label}</Link> : <span>{part.label}</span>}
            <span className={styles.rowValue}>{props.format(String(part.value))}</span>
            <span className={styles.percent}>{percentOf(part.value, total)}</span>
          </li>
        ))}
      </ul>
    </ChartFrame>
  );
}
