import { useNavigate } from '@tanstack/react-router';
import { type KeyboardEvent, useEffect, useId, useMemo, useRef, useState } from 'react';
import { useKitText } from '../i18n';
import { Icon, type IconName } from '../kit';
import { useKept } from '../kit/keep';
import styles from './palette.module.css';
import { ranked } from './rank';

/** Something the palette leads to or does. One of `to` and `run`. */
export interface PaletteItem {
  id: string;
  label: string;
  /** Said beside the label: a dealer's code, an order's state. */
  hint?: string;
  icon?: IconName;
  /** Other words it is found by: pinyin, the other language, a code. */
  keywords?: readonly string[];
  to?: string;
  run?: () => void;
}

/** Items under one title: pages, commands, orders, dealers. */
export interface PaletteGroup {
  title: string;
  items: PaletteItem[];
}

export interface PaletteProps {
  open: boolean;
  onClose: () => void;
  /** What is known beforehand and found here. */
  groups: PaletteGroup[];
  /** Finds documents by number and things by name or pinyin, at the server. Asked from the second sign on. */
  search?: (text: string, signal: AbortSignal) => Promise<PaletteGroup[]>;
}

type Recent = Pick<PaletteItem, 'id' | 'label' | 'hint' | 'icon' | 'to'>;
const keptRecents = 6;
const pause = 160;

/** Groups found at the server for what is typed, once typing pauses. An answer that comes too late is dropped. */
function useFound(search: PaletteProps['search'], typed: string) {
  const [answer, setAnswer] = useState<{ text: string; groups: PaletteGroup[]; failed: boolean }>();
  const text = typed.trim();
  const asks = search !== undefined && [...text].length > 1;
  useEffect(() => {
    if (!search || !asks) {
      return;
    }
    const control = new AbortController();
    const timer = setTimeout(() => {
      search(text, control.signal).then(
        (groups) => !control.signal.aborted && setAnswer({ text, groups, failed: false }),
        () => !control.signal.aborted && setAnswer({ text, groups: [], failed: true }),
      );
    }, pause);
    return () => {
      clearTimeout(timer);
      control.abort();
    };
  }, [search, asks, text]);
  const here = asks && answer?.text === text ? answer : undefined;
  return {
    // What was found for fewer signs stays until the new answer is there, so that nothing flickers.
    groups: asks ? (answer?.groups ?? []) : [],
    failed: here?.failed ?? false,
    waiting: asks && here === undefined,
  };
}

/**
 * Goes anywhere and does anything by keyboard: pages, commands, and what the server finds. Arrow keys choose,
 * Enter opens, Ctrl with Enter opens in a new tab, Escape closes. Empty, it offers what was opened last.
 */
export function CommandPalette({ open, onClose, groups, search }: PaletteProps) {
  const t = useKitText();
  const navigate = useNavigate();
  const dialog = useRef<HTMLDialogElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const id = useId();
  const [typed, setTyped] = useState('');
  const [active, setActive] = useState(0);
  const [recent, setRecent] = useKept<Recent[]>('palette.recent');
  const found = useFound(search, typed);

  useEffect(() => {
    if (open && dialog.current && !dialog.current.open) {
      dialog.current.showModal();
    } else if (!open && dialog.current?.open) {
      dialog.current.close();
    }
  }, [open]);

  const shown = useMemo(() => {
    const known = groups.map((group) => ({ ...group, items: ranked(group.items, typed) }));
    const before = typed.trim() ? [] : [{ title: t('palette.recent'), items: recent ?? [] }];
    return [...before, ...(typed.trim() ? found.groups : []), ...known].filter(
      (group) => group.items.length > 0,
    );
  }, [groups, typed, recent, found.groups, t]);
  const flat = shown.flatMap((group, g) => group.items.map((item) => ({ item, key: `${g}/${item.id}` })));
  const at = Math.min(active, flat.length - 1);

  useEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  });

  const close = () => {
    setTyped('');
    setActive(0);
    onClose();
  };
  const take = (item: PaletteItem, elsewhere: boolean) => {
    if (item.to) {
      const kept: Recent = { id: item.id, label: item.label, to: item.to };
      Object.assign(kept, item.hint ? { hint: item.hint } : {}, item.icon ? { icon: item.icon } : {});
      setRecent([kept, ...(recent ?? []).filter((one) => one.to !== item.to)].slice(0, keptRecents));
    }
    close();
    if (item.run) {
      item.run();
    } else if (item.to && elsewhere) {
      window.open(basePath() + item.to, '_blank', 'noopener');
    } else if (item.to) {
      void navigate({ to: item.to });
    }
  };
  const onKey = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) {
      return;
    }
    const step = { ArrowDown: 1, ArrowUp: -1, PageDown: 8, PageUp: -8 }[event.key];
    if (step !== undefined && flat.length > 0) {
      event.preventDefault();
      const next = at + step;
      setActive(
        Math.abs(step) > 1
          ? Math.max(0, Math.min(flat.length - 1, next))
          : (next + flat.length) % flat.length,
      );
    } else if (event.key === 'Enter') {
      event.preventDefault();
      const chosen = flat[at];
      if (chosen) {
        take(chosen.item, event.ctrlKey || event.metaKey);
      }
    }
  };

  let row = -1;
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Escape closes a dialog by itself
    <dialog
      ref={dialog}
      className={styles.palette}
      aria-label={t('palette.title')}
      onClose={close}
      onClick={(event) => event.target === event.currentTarget && close()}
    >
      {open && (
        <div className={styles.inside}>
          <div className={styles.field}>
            <Icon name="search" size={20} />
            <input
              role="combobox"
              aria-expanded="true"
              aria-controls={`${id}-list`}
              aria-autocomplete="list"
              aria-label={t('palette.title')}
              {...(flat[at] ? { 'aria-activedescendant': `${id}-${at}` } : {})}
              placeholder={t('palette.placeholder')}
              autoComplete="off"
              spellCheck={false}
              autoFocus
              value={typed}
              onChange={(event) => {
                setTyped(event.target.value);
                setActive(0);
              }}
              onKeyDown={onKey}
            />
            {found.waiting && (
              <span className={styles.spinner} role="status" aria-label={t('state.loading')} />
            )}
            <kbd>Esc</kbd>
          </div>
          <div
            ref={list}
            id={`${id}-list`}
            className={styles.list}
            role="listbox"
            aria-label={t('palette.title')}
          >
            {shown.map((group, g) => (
              // biome-ignore lint/a11y/useSemanticElements: a group of options is no set of fields
              <div key={group.title} role="group" aria-labelledby={`${id}-group-${g}`}>
                <h2 id={`${id}-group-${g}`}>{group.title}</h2>
                {group.items.map((item) => {
                  row += 1;
                  const mine = row;
                  return (
                    // biome-ignore lint/a11y/useKeyWithClickEvents lint/a11y/useFocusableInteractive: the field above has the focus and the keys
                    <div
                      key={item.id}
                      id={`${id}-${mine}`}
                      role="option"
                      aria-selected={mine === at}
                      className={styles.option}
                      onPointerMove={() => mine !== at && setActive(mine)}
                      onClick={(event) => take(item, event.ctrlKey || event.metaKey)}
                    >
                      <Icon name={item.icon ?? 'chevronRight'} />
                      <span className={styles.label}>{item.label}</span>
                      {item.hint && <span className={styles.hint}>{item.hint}</span>}
                    </div>
                  );
                })}
              </div>
            ))}
            {flat.length === 0 && (
              <p className={styles.none}>{found.waiting ? t('state.loading') : t('palette.none')}</p>
            )}
            {found.failed && <p className={styles.none}>{t('palette.failed')}</p>}
          </div>
          <footer className={styles.foot} aria-hidden="true">
            <span>
              <kbd>↑</kbd>
              <kbd>↓</kbd>
              {t('palette.choose')}
            </span>
            <span>
              <kbd>↵</kbd>
              {t('palette.open')}
            </span>
            <span>
              <kbd>Ctrl</kbd>
              <kbd>↵</kbd>
              {t('palette.newTab')}
            </span>
          </footer>
        </div>
      )}
    </dialog>
  );
}

/** Where the app is served, without the slash at its end. */
function basePath(): string {
  return import.meta.env.BASE_URL.replace(/\/$/, '');
}
