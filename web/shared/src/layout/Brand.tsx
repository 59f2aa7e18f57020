import styles from './layout.module.css';

/** The product's mark: two channels that meet, drawn in the accent. */
export function Brand({ name }: { name: string }) {
  return (
    <span className={styles.brand}>
      <svg width="26" height="26" viewBox="0 0 26 26" aria-hidden="true">
        <rect width="26" height="26" rx="7" fill="var(--accent)" />
        <path
          d="M7 8.5h4.2c3.8 0 2.6 9 7.8 9M7 17.5h4.2c1.5 0 2.2-1.2 2.7-2.7M15.3 9.8c.8-.9 1.9-1.3 3.7-1.3"
          fill="none"
          stroke="var(--on-accent)"
          strokeWidth="2"
          strokeLinecap="round"
        />
      </svg>
      <span>{name}</span>
    </span>
  );
}
