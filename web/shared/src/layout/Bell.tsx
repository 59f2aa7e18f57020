import { Link } from '@tanstack/react-router';
import { Icon } from '../kit';
import styles from './layout.module.css';

/** The way to the messages, with how many wait to be seen. Beyond 99 it only says that there are many. */
export function Bell({ to, label, count }: { to: string; label: string; count: number }) {
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
