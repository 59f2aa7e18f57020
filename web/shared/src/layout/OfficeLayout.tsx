import { Link } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { useKitText } from '../i18n';
import { Icon, IconButton, type IconName, Notice, Popover, Toasts } from '../kit';
import { Brand } from './Brand';
import { LanguageSwitch } from './LanguageSwitch';
import styles from './layout.module.css';

export interface OfficeLink {
  to: string;
  label: string;
  icon: IconName;
  /** The permission it takes to see the page. Without one everybody sees it. */
  permission?: string;
}

export interface OfficeGroup {
  title: string;
  links: OfficeLink[];
}

/** The groups with only what the person may use; a group without a link is left out. */
export function allowedGroups(groups: OfficeGroup[], permissions: readonly string[]): OfficeGroup[] {
  const may = new Set(permissions);
  return groups
    .map((group) => ({
      ...group,
      links: group.links.filter((link) => link.permission === undefined || may.has(link.permission)),
    }))
    .filter((group) => group.links.length > 0);
}

/** The staff's frame: groups at the left, the page beside them. Below 900 px the groups open over the page. */
export function OfficeLayout(props: {
  brand: string;
  groups: OfficeGroup[];
  permissions: readonly string[];
  person: { name: string; roles: string };
  onSignOut: () => void;
  broken: boolean;
  children: ReactNode;
}) {
  const t = useKitText();
  const [open, setOpen] = useState(false);
  return (
    <div className={styles.office}>
      <header className={styles.officeTop} data-no-print>
        <IconButton icon="menu" label={t('action.menu')} onClick={() => setOpen(!open)} />
        <Brand name={props.brand} />
      </header>
      {open && (
        <button
          type="button"
          className={styles.veil}
          aria-label={t('action.close')}
          onClick={() => setOpen(false)}
        />
      )}
      {/* biome-ignore lint/a11y/useKeyWithClickEvents lint/a11y/noStaticElementInteractions: a link inside was followed; the menu only folds away */}
      <div
        className={`${styles.side} ${open ? styles.sideOpen : ''}`}
        data-no-print
        onClick={(event) => (event.target as HTMLElement).closest('a') && setOpen(false)}
      >
        <div className={styles.sideBrand}>
          <Brand name={props.brand} />
        </div>
        <nav className={styles.sideNav}>
          {allowedGroups(props.groups, props.permissions).map((group) => (
            <section key={group.title}>
              <h2>{group.title}</h2>
              {group.links.map((link) => (
                <Link
                  key={link.to}
                  to={link.to}
                  className={styles.sideLink ?? ''}
                  activeOptions={{ exact: link.to === '/' }}
                >
                  <Icon name={link.icon} />
                  {link.label}
                </Link>
              ))}
            </section>
          ))}
        </nav>
        <div className={styles.sideFoot}>
          <Popover
            label={props.person.name}
            className={styles.sidePerson ?? ''}
            trigger={
              <>
                <Icon name="person" />
                <span>
                  <b>{props.person.name}</b>
                  <small>{props.person.roles}</small>
                </span>
              </>
            }
          >
            <div className={styles.menu}>
              <p className={styles.menuName}>{props.person.name}</p>
              <p className={styles.menuCompany}>{props.person.roles}</p>
              <LanguageSwitch />
              <button type="button" className={styles.signOut} onClick={props.onSignOut}>
                <Icon name="exit" />
                {t('action.signOut')}
              </button>
            </div>
          </Popover>
        </div>
      </div>
      <main className={styles.officeMain}>
        {props.broken && <Notice tone="waiting">{t('toast.offline')}</Notice>}
        {props.children}
      </main>
      <Toasts />
    </div>
  );
}
