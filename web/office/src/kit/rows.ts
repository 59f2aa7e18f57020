import { useKeys } from './keys';

/**
 * Goes over the rows of the page's list by j and k or the arrow keys; Enter, on a row, opens it. Arrow keys
 * that stand on a row already are the row's own.
 */
export function useRowKeys(): void {
  const go = (step: 1 | -1) => () => {
    const rows = [...document.querySelectorAll<HTMLElement>('main tbody tr[tabindex]')];
    const at = rows.indexOf(document.activeElement as HTMLElement);
    const next = rows[at < 0 ? (step > 0 ? 0 : rows.length - 1) : at + step];
    next?.focus();
    next?.scrollIntoView({ block: 'nearest' });
  };
  const onRow = () => document.activeElement?.matches('tr[tabindex]') ?? false;
  const arrow = (step: 1 | -1) => () => {
    if (!onRow()) {
      go(step)();
    }
  };
  useKeys({ j: go(1), k: go(-1), arrowdown: arrow(1), arrowup: arrow(-1) });
}
