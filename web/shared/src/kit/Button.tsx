import { Link } from '@tanstack/react-router';
import type { ButtonHTMLAttributes, ReactNode } from 'react';
import styles from './Button.module.css';
import { Icon, type IconName } from './icons';
import { paperAddress } from './paper';

interface Look {
  /** `primary` is the one thing to do on a page; use it once. */
  kind?: 'primary' | 'plain' | 'quiet' | 'danger';
  icon?: IconName;
  size?: 'small' | 'medium' | 'large';
  wide?: boolean;
}

function classOf(look: Look): string {
  const { kind = 'plain', size = 'medium', wide } = look;
  return [styles.button, styles[kind], styles[size], wide ? styles.wide : ''].join(' ');
}

export function Button({
  kind,
  icon,
  size,
  wide,
  busy,
  children,
  ...rest
}: Look & { busy?: boolean; children?: ReactNode } & ButtonHTMLAttributes<HTMLButtonElement>) {
  const look: Look = { kind, size, wide };
  return (
    <button
      type="button"
      {...rest}
      className={classOf(look)}
      disabled={rest.disabled || busy}
      aria-busy={busy || undefined}
    >
      {busy ? (
        <span className={styles.spinner} />
      ) : (
        icon && <Icon name={icon} size={size === 'small' ? 16 : 18} />
      )}
      {children !== undefined && <span>{children}</span>}
    </button>
  );
}

/** A link that looks like a button. `to` is a path of this app, parameters already in it. */
export function ButtonLink({ to, children, icon, ...look }: Look & { to: string; children?: ReactNode }) {
  return (
    <Link to={to} className={classOf(look)}>
      {icon && <Icon name={icon} />}
      {children !== undefined && <span>{children}</span>}
    </Link>
  );
}

/** Opens a printed paper (a PDF of the API) in a tab of its own. */
export function PaperLink({
  href,
  children,
  icon = 'print',
  ...look
}: Look & { href: string; children: ReactNode }) {
  return (
    <a href={paperAddress(href)} target="_blank" rel="noopener" className={classOf(look)}>
      <Icon name={icon} size={look.size === 'small' ? 16 : 18} />
      <span>{children}</span>
    </a>
  );
}

/** A button that is only an icon. The label is what a screen reader says and the tooltip shows. */
export function IconButton({
  icon,
  label,
  size = 36,
  ...rest
}: { icon: IconName; label: string; size?: number } & ButtonHTMLAttributes<HTMLButtonElement>) {
  return (
    <button
      type="button"
      {...rest}
      className={`${styles.iconButton} ${rest.className ?? ''}`}
      style={{ width: size, height: size }}
      aria-label={label}
      title={label}
    >
      <Icon name={icon} />
    </button>
  );
}
