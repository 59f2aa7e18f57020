import type { ReactNode } from 'react';
import { useKitText } from '../i18n';
import { ButtonLink, IconButton } from './Button';
import { Dialog } from './Dialog';

/** What a row shows in the drawer beside its list. */
export interface DrawerOf<Row> {
  title: (row: Row) => string;
  body: (row: Row) => ReactNode;
  /** Acts on the row, before the way to its full page. */
  acts?: (row: Row) => ReactNode;
}

/** A row beside its list, with the way to the one before, the one after and the full page. */
export function ListDrawer<Row>(props: {
  drawer: DrawerOf<Row>;
  rows: readonly Row[];
  rowKey: (row: Row) => string;
  rowTo: ((row: Row) => string) | undefined;
  open: string;
  onOpen: (key: string | undefined) => void;
}) {
  const t = useKitText();
  const at = props.rows.findIndex((row) => props.rowKey(row) === props.open);
  const row = props.rows[at];
  const go = (step: 1 | -1) => {
    const next = props.rows[at + step];
    return next && (() => props.onOpen(props.rowKey(next)));
  };
  const before = go(-1);
  const after = go(1);
  return (
    <Dialog
      side
      wide
      open={row !== undefined}
      title={row ? props.drawer.title(row) : ''}
      onClose={() => props.onOpen(undefined)}
      footer={
        row && (
          <>
            <span style={{ flex: 1 }}>
              <IconButton icon="chevronUp" label={t('list.before')} disabled={!before} onClick={before} />
              <IconButton icon="chevronDown" label={t('list.after')} disabled={!after} onClick={after} />
            </span>
            {props.rowTo && (
              <ButtonLink to={props.rowTo(row)} icon="external">
                {t('list.fullPage')}
              </ButtonLink>
            )}
            {props.drawer.acts?.(row)}
          </>
        )
      }
    >
      {row && props.drawer.body(row)}
    </Dialog>
  );
}
