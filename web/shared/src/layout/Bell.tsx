import { Link } from '@tanstack/react-router';
import { Icon } from '../kit';
import styles from './layout.module.css';

/** The way to the messages, with how many wait to be seen. */
export interface BellLink {
  to: string;
  label: string;
  count: number;
}

/** A bell with its badge. Beyond 99 it only says that there are many. */
export function Bell({ to, label, count }: BellLink) {
  const many = count > 99 ? '99+' : String(count);
  return (
    <Link
      to={to}
      className={styles.bell ?? ''}
      aria-label={count > 0 ? `${label} ${many}` : label}
      title={label}
    >
      <Icon name="bell" size={20} />
      {count > 0 && <b>{many}</b>}
    </Link>
  );
}
