import {
  Button,
  Dialog,
  Icon,
  IconButton,
  Skeleton,
  TextInput,
  toast,
  toastProblem,
} from '@qudao/shared/kit';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay } from '../data/accounts';
import { useListChanges, useLists, type Wanted } from '../data/lists';
import styles from './lists.module.css';

/** The button that keeps goods in one of the shopping lists, or in a new one. `suggested` names the new one. */
export function AddToList(props: {
  lines: Wanted[];
  label?: string;
  suggested?: string;
  iconOnly?: boolean;
  kind?: 'plain' | 'quiet';
  size?: 'small' | 'medium' | 'large';
}) {
  const { t } = useTranslation('portal');
  const [open, setOpen] = useState(false);
  const label = props.label ?? t('lists.add');
  const disabled = props.lines.length === 0;
  const may = useMay('order.place');
  if (!may) {
    return null;
  }
  return (
    <>
      {props.iconOnly ? (
        <IconButton icon="list" label={label} disabled={disabled} size={44} onClick={() => setOpen(true)} />
      ) : (
        <Button
          kind={props.kind ?? 'plain'}
          size={props.size ?? 'medium'}
          icon="list"
          disabled={disabled}
          onClick={() => setOpen(true)}
        >
          {label}
        </Button>
      )}
      {open && (
        <Choose lines={props.lines} suggested={props.suggested ?? ''} onClose={() => setOpen(false)} />
      )}
    </>
  );
}

function Choose(props: { lines: Wanted[]; suggested: string; onClose: () => void }) {
  const { t } = useTranslation('portal');
  const navigate = useNavigate();
  const lists = useLists();
  const { create, add } = useListChanges();
  const [name, setName] = useState(props.suggested);
  const busy = create.isPending || add.isPending;
  const failed = (error: unknown) => toastProblem(error, t('lists.notSaved'));
  const done = (list: { id: string; name: string }) => {
    props.onClose();
    toast(t('lists.added', { name: list.name }), {
      action: { label: t('lists.open'), run: () => void navigate({ to: `/lists/${list.id}` }) },
    });
  };
  const make = () => {
    if (name.trim()) {
      create.mutate(
        { name: name.trim(), shared: false, lines: props.lines },
        { onSuccess: done, onError: failed },
      );
    }
  };
  return (
    <Dialog open title={t('lists.addTitle')} onClose={props.onClose}>
      {lists.isPending ? (
        <Skeleton rows={3} height={44} />
      ) : (
        <ul className={styles.choices}>
          {(lists.data ?? []).map((list) => (
            <li key={list.id}>
              <button
                type="button"
                disabled={busy}
                onClick={() =>
                  add.mutate({ id: list.id, lines: props.lines }, { onSuccess: done, onError: failed })
                }
              >
                <span>{list.name}</span>
                <small>{t('lists.goods', { count: list.line_count })}</small>
                <Icon name="plus" />
              </button>
            </li>
          ))}
        </ul>
      )}
      <form
        className={styles.fresh}
        onSubmit={(event) => {
          event.preventDefault();
          make();
        }}
      >
        <TextInput
          aria-label={t('lists.name')}
          placeholder={t('lists.namePlaceholder')}
          maxLength={60}
          value={name}
          onChange={(event) => setName(event.target.value)}
        />
        <Button kind="primary" busy={busy} disabled={!name.trim()} onClick={make}>
          {t('lists.addNew')}
        </Button>
      </form>
    </Dialog>
  );
}
