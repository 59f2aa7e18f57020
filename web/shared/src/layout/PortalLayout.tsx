import { Link } from '@tanstack/react-router';
import type { CSSProperties, ReactNode } from 'react';
import { useKitText } from '../i18n';
import { formatMoney, Icon, type IconName, Notice, Popover, Toasts } from '../kit';
import { Brand } from './Brand';
import { LanguageSwitch } from './LanguageSwitch';
import styles from './layout.module.css';

export interface NavItem {
  to: string;
  label: string;
  icon: IconName;
  badge?: number;
}

/**
 * The dealer's frame: on a PC a top bar whose widest thing is the search; on a phone the search above and five
 * tabs below. The cart shows its amount wherever one is.
 */
export function PortalLayout(props: {
  brand: string;
  search: ReactNode;
  nav: NavItem[];
  tabs: NavItem[];
  cart: { to: string; label: string; count: number; total?: string | undefined };
  person: { name: string; company: string; menu?: ReactNode };
  onSignOut: () => void;
  broken: boolean;
  children: ReactNode;
}) {
  const t = useKitText();
  return (
    <div className={styles.portal} style={{ '--bottom-bar': '0px' } as CSSProperties}>
      <header className={styles.top} data-no-print>
        <div className={styles.topInside}>
          <Link to="/" className={styles.home ?? ''} aria-label={props.brand}>
            <Brand name={props.brand} />
          </Link>
          <div className={styles.topSearch}>{props.search}</div>
          <nav className={styles.topNav}>
            {props.nav.map((item) => (
              <Link key={item.to} to={item.to} className={styles.topLink ?? ''}>
                {item.label}
              </Link>
            ))}
          </nav>
          <Link to={props.cart.to} className={styles.cart ?? ''} aria-label={props.cart.label}>
            <Icon name="cart" size={20} />
            {props.cart.count > 0 ? (
              <>
                <b>{props.cart.count}</b>
                {props.cart.total && <span>¥{formatMoney(props.cart.total)}</span>}
              </>
            ) : (
              <span>{props.cart.label}</span>
            )}
          </Link>
          <Popover
            align="end"
            label={props.person.company}
            className={styles.person ?? ''}
            trigger={
              <>
                <Icon name="building" />
                <span>{props.person.company}</span>
                <Icon name="chevronDown" size={14} />
              </>
            }
          >
            <div className={styles.menu}>
              <p className={styles.menuName}>{props.person.name}</p>
              <p className={styles.menuCompany}>{props.person.company}</p>
              {props.person.menu}
              <LanguageSwitch />
              <button type="button" className={styles.signOut} onClick={props.onSignOut}>
                <Icon name="exit" />
                {t('action.signOut')}
              </button>
            </div>
          </Popover>
        </div>
      </header>
      <main className={styles.portalMain}>
        {props.broken && <Notice tone="waiting">{t('toast.offline')}</Notice>}
        {props.children}
      </main>
      <nav className={styles.tabs}>
        {props.tabs.map((item) => (
          <Link
            key={item.to}
            to={item.to}
            className={styles.tab ?? ''}
            activeOptions={{ exact: item.to === '/' }}
          >
            <span className={styles.tabIcon}>
              <Icon name={item.icon} size={22} />
              {item.badge !== undefined && item.badge > 0 && <b>{item.badge > 99 ? '99+' : item.badge}</b>}
            </span>
            {item.label}
          </Link>
        ))}
      </nav>
      <Toasts />
    </div>
  );
}
