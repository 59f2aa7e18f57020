import { Link } from '@tanstack/react-router';
import type { CSSProperties, ReactNode } from 'react';
import { useKitText } from '../i18n';
import { formatMoney, Icon, type IconName, Notice, Popover, Toasts } from '../kit';
import { Keeper } from '../kit/keep';
import { TourOffer, type TourPlan, useTour } from '../tour/TourOffer';
import { AppearanceSwitch } from './AppearanceSwitch';
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
  /** `id` tells people of one name apart in what this device keeps for them. */
  person: { id?: string; name: string; company: string; menu?: ReactNode };
  /** Beside the cart: messages and their badge. */
  extra?: ReactNode;
  tour?: TourPlan;
  onSignOut: () => void;
  broken: boolean;
  children: ReactNode;
}) {
  const t = useKitText();
  const tour = useTour(props.tour);
  return (
    <Keeper value={`portal.${props.person.id ?? `${props.person.company}.${props.person.name}`}`}>
      <div className={styles.portal} style={{ '--bottom-bar': '0px' } as CSSProperties}>
        <header className={styles.top} data-no-print>
          <div className={styles.topInside}>
            <Link to="/" className={styles.home ?? ''} aria-label={props.brand}>
              <Brand name={props.brand} />
            </Link>
            <div className={styles.topSearch} data-tour="search">
              {props.search}
            </div>
            <nav className={styles.topNav}>
              {props.nav.map((item) => (
                <Link key={item.to} to={item.to} className={styles.topLink ?? ''} data-tour={item.to}>
                  {item.label}
                </Link>
              ))}
            </nav>
            <Link
              to={props.cart.to}
              className={styles.cart ?? ''}
              aria-label={cartLabel(props.cart)}
              data-tour={props.cart.to}
            >
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
            {props.extra}
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
                <AppearanceSwitch />
                {props.tour && (
                  <button type="button" className={styles.menuAct} onClick={tour.start}>
                    <Icon name="compass" />
                    {t('tour.menu')}
                  </button>
                )}
                <button type="button" className={styles.menuAct} onClick={props.onSignOut}>
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
              data-tour={item.to}
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
        {props.tour && <TourOffer plan={props.tour} tour={tour} />}
      </div>
    </Keeper>
  );
}

/** What the cart is called aloud: its name, and what it shows. */
function cartLabel(cart: { label: string; count: number; total?: string | undefined }): string {
  return cart.count === 0
    ? cart.label
    : [cart.label, cart.count, cart.total && `¥${formatMoney(cart.total)}`].filter(Boolean).join(' ');
}
