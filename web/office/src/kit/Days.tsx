import type { ControlProps } from '@qudao/shared/kit';
import { DatePicker } from 'antd';
import dayjs from 'dayjs';
import styles from './kit.module.css';

const written = 'YYYY-MM-DD';

/** From one day to another, both included, for the bar above a list. Days are yyyy-mm-dd or empty. */
export function DayRange(props: {
  label: string;
  from: string;
  to: string;
  onChange: (from: string, to: string) => void;
}) {
  return (
    <DatePicker.RangePicker
      className={styles.days ?? ''}
      value={[props.from ? dayjs(props.from) : null, props.to ? dayjs(props.to) : null]}
      allowEmpty={[true, true]}
      aria-label={props.label}
      onChange={(range) =>
        props.onChange(range?.[0]?.format(written) ?? '', range?.[1]?.format(written) ?? '')
      }
    />
  );
}

/** One day as yyyy-mm-dd, or none. */
export function Day({
  value,
  onChange,
  placeholder,
  ...control
}: ControlProps & { value: string; onChange: (day: string) => void; placeholder?: string }) {
  return (
    <DatePicker
      {...control}
      className={styles.pick ?? ''}
      value={value ? dayjs(value) : null}
      onChange={(day) => onChange(day?.format(written) ?? '')}
      {...(placeholder ? { placeholder } : {})}
    />
  );
}
