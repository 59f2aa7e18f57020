import { Link } from '@tanstack/react-router';
import { lazy, type ReactNode, Suspense, useEffect, useMemo, useState } from 'react';
import { useKitText } from '../i18n';
import { Icon, IconButton, type IconName, Notice, Popover, Toasts } from '../kit';
import { Keeper } from '../kit/keep';
import type { PaletteGroup, PaletteProps } from '../palette/CommandPalette';
import { TourOffer, type TourPlan, useTour } from '../tour/TourOffer';
import { AppearanceSwitch } from './AppearanceSwitch';
import { Bell } from './Bell';
import { Brand } from './Brand';
import { LanguageSwitch } from './LanguageSwitch';
import styles from './layout.module.css';

const CommandPalette = lazy(() =>
  import('../palette/CommandPalette').then((file) => ({ default: file.CommandPalette })),
);

export interface OfficeLink {
  to: string;
  label: string;
  icon: IconName;
  /** Other words the command palette finds the page by. */
  keywords?: readonly string[];
  /** A number beside the link: what waits there. */
  badge?: number;
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

/** The pages as the command palette finds them: by name, by pinyin initials, by the words of their address. */
function usePages(groups: OfficeGroup[], permissions: readonly string[], title: string): PaletteGroup {
  return useMemo(
    () => ({
      title,
      items: allowedGroups(groups, permissions).flatMap((group) =>
        group.links.map((link) => ({
          id: link.to,
          label: link.label,
          hint: group.title,
          icon: link.icon,
          to: link.to,
          keywords: [link.to, ...(link.keywords ?? [])],
        })),
      ),
    }),
    [groups, permissions, title],
  );
}

/** Opens and closes by Ctrl-K, and ⌘K on a Mac. */
function useCtrlK(): [boolean, (open: boolean) => void] {
  const [open, setOpen] = useState(false);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if ((event.ctrlKey || event.metaKey) && !event.altKey && event.key.toLowerCase() === 'k') {
        event.preventDefault();
        setOpen((before) => !before);
      }
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);
  return [open, setOpen];
}

/** The staff's frame: groups at the left, the page beside them. Below 900 px the groups open over the page. */
export function OfficeLayout(props: {
  brand: string;
  groups: OfficeGroup[];
  permissions: readonly string[];
  /** `id` tells people of one name apart in what this device keeps for them. */
  person: { id?: string; name: string; roles: string };
  /** What the command palette finds beside the pages. */
  commands?: PaletteGroup[];
  search?: NonNullable<PaletteProps['search']>;
  tour?: TourPlan;
  /** The way to the messages. Where the groups are folded away it stands in the top bar, with its badge. */
  messages?: { to: string; label: string; count: number };
  onSignOut: () => void;
  broken: boolean;
  children: ReactNode;
}) {
  const t = useKitText();
  const [open, setOpen] = useState(false);
  const [asking, setAsking] = useCtrlK();
  const [asked, setAsked] = useState(false);
  const pages = usePages(props.groups, props.permissions, t('palette.pages'));
  const found = useMemo(() => [...(props.commands ?? []), pages], [props.commands, pages]);
  const tour = useTour(props.tour);
  if (asking && !asked) {
    setAsked(true);
  }
  return (
    <Keeper value={`office.${props.person.id ?? props.person.name}`}>
      <div className={styles.office}>
        <header className={styles.officeTop} data-no-print>
          <span data-tour="groups">
            <IconButton icon="menu" label={t('action.menu')} onClick={() => setOpen(!open)} />
          </span>
          <Brand name={props.brand} />
          <span className={styles.officeTopEnd}>
            <span data-tour="palette">
              <IconButton icon="search" label={t('palette.title')} onClick={() => setAsking(true)} />
            </span>
            {props.messages && <Bell {...props.messages} />}
          </span>
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
          <div className={styles.sideSearch}>
            <button type="button" data-tour="palette" onClick={() => setAsking(true)}>
              <Icon name="search" size={16} />
              <span>{t('palette.hint')}</span>
              <kbd>{/Mac/.test(navigator.userAgent) ? '⌘K' : 'Ctrl K'}</kbd>
            </button>
          </div>
          <nav className={styles.sideNav} data-tour="groups">
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
                    <span>{link.label}</span>
                    {link.badge !== undefined && link.badge > 0 && (
                      <b>{link.badge > 99 ? '99+' : link.badge}</b>
                    )}
                  </Link>
                ))}
              </section>
            ))}
          </nav>
          <div className={styles.sideFoot} data-tour="person">
            <Popover
              label={`${props.person.name} ${props.person.roles}`}
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
        </div>
        <main className={styles.officeMain} data-tour="page">
          {props.broken && <Notice tone="waiting">{t('toast.offline')}</Notice>}
          {props.children}
        </main>
        <Toasts />
        {asked && (
          <Suspense>
            <CommandPalette
              open={asking}
              onClose={() => setAsking(false)}
              groups={found}
              {...(props.search ? { search: props.search } : {})}
            />
          </Suspense>
        )}
        {props.tour && <TourOffer plan={props.tour} tour={tour} />}
      </div>
    </Keeper>
  );
}
