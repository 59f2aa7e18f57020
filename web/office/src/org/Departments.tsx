import type { Department } from '@qudao/shared/api';
import { Button, EmptyState, Icon, QueryView, Section, toastProblem } from '@qudao/shared/kit';
import { Link } from '@tanstack/react-router';
import { type DragEvent, type KeyboardEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Page } from '../kit/Page';
import { useMay } from '../me';
import { useWords } from '../words';
import { DepartmentPanel } from './DepartmentPanel';
import { useDepartments, useSaveDepartment } from './departmentdata';
import styles from './org.module.css';
import { type Changed, isBelow, type Move, moved, placed, under } from './tree';

const steps: Record<string, Move> = { ArrowUp: 'up', ArrowDown: 'down', ArrowRight: 'in', ArrowLeft: 'out' };

/** The tree of the organisation: who heads what, and who works where. Rows move by dragging and by keys. */
export function Departments() {
  const { t } = useTranslation('org');
  const mayEdit = useMay('staff.edit');
  const query = useDepartments();
  const [open, setOpen] = useState<Department | 'new'>();
  const create = mayEdit && (
    <Button kind="primary" icon="plus" onClick={() => setOpen('new')}>
      {t('departments.create')}
    </Button>
  );
  return (
    <Page title={t('departments.title')} hint={t('departments.hint')} actions={create}>
      <QueryView query={query}>
        {(all) =>
          all.length === 0 ? (
            <EmptyState
              icon="people"
              title={t('departments.none')}
              hint={t('departments.noneHint')}
              action={create}
            />
          ) : (
            <Section flush>
              <Tree all={all} mayEdit={mayEdit} onOpen={setOpen} />
            </Section>
          )
        }
      </QueryView>
      {open && (
        <DepartmentPanel
          key={open === 'new' ? 'new' : open.code}
          department={
            open === 'new' ? undefined : (query.data?.find((one) => one.code === open.code) ?? open)
          }
          all={query.data ?? []}
          onClose={() => setOpen(undefined)}
        />
      )}
    </Page>
  );
}

function Tree(props: {
  all: readonly Department[];
  mayEdit: boolean;
  onOpen: (department: Department) => void;
}) {
  const { all, mayEdit } = props;
  const { t } = useTranslation('org');
  const w = useWords();
  const save = useSaveDepartment(t('departments.moved'));
  const [dragged, setDragged] = useState<string>();
  const [over, setOver] = useState<string>();
  const rows = placed(all);

  // One after the other: each stands on its own version.
  const apply = async (changes: Changed[]) => {
    for (const { department, input } of changes) {
      try {
        await save.mutateAsync({ code: department.code, input, version: department.version });
      } catch (error) {
        toastProblem(error, t('departments.stuck'));
        return;
      }
    }
  };
  const mayDrop = (code: string) => dragged !== undefined && dragged !== code && !isBelow(all, code, dragged);
  const onKey = (event: KeyboardEvent<HTMLElement>, code: string) => {
    if (event.target !== event.currentTarget) {
      return;
    }
    const row = event.currentTarget;
    const step = steps[event.key];
    if (event.altKey && step && mayEdit) {
      event.preventDefault();
      void apply(moved(all, code, step));
    } else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      const next = event.key === 'ArrowDown' ? row.nextElementSibling : row.previousElementSibling;
      (next as HTMLElement | null)?.focus();
    } else if (event.key === 'Enter') {
      const one = all.find((each) => each.code === code);
      if (one) {
        props.onOpen(one);
      }
    }
  };
  const onDrop = (event: DragEvent<HTMLElement>, code: string) => {
    event.preventDefault();
    if (dragged !== undefined && mayDrop(code)) {
      void apply(under(all, dragged, code));
    }
    setDragged(undefined);
    setOver(undefined);
  };
  return (
    <>
      {mayEdit && <p className={styles.keys}>{t('departments.keys')}</p>}
      <div className={styles.tree} role="tree" aria-label={t('departments.title')}>
        {rows.map(({ department, depth, below }) => (
          <div
            key={department.code}
            role="treeitem"
            aria-level={depth + 1}
            aria-expanded={below > 0 ? true : undefined}
            tabIndex={0}
            className={`${styles.node} ${over === department.code ? styles.over : ''}`}
            style={{ '--depth': depth } as React.CSSProperties}
            draggable={mayEdit}
            onDragStart={(event) => {
              event.dataTransfer.effectAllowed = 'move';
              setDragged(department.code);
            }}
            onDragEnd={() => {
              setDragged(undefined);
              setOver(undefined);
            }}
            onDragOver={(event) => {
              if (mayDrop(department.code)) {
                event.preventDefault();
                setOver(department.code);
              }
            }}
            onDragLeave={() => setOver(undefined)}
            onDrop={(event) => onDrop(event, department.code)}
            onKeyDown={(event) => onKey(event, department.code)}
          >
            <span className={styles.nodeName}>
              <Icon name={depth === 0 ? 'building' : 'people'} size={16} />
              <b>{department.name}</b>
              <small>{department.code}</small>
            </span>
            <span className={styles.nodeHead}>
              {department.head
                ? t('departments.headed', { name: department.head.name })
                : t('departments.headless')}
            </span>
            <span className={styles.nodeMembers}>
              {department.members.length === 0 ? (
                <span className={styles.faint}>{t('departments.empty')}</span>
              ) : (
                department.members.map((member, i) => (
                  <span key={member.code}>
                    {i > 0 && '、'}
                    <Link to={`/staff/${member.code}/rights`}>{member.name}</Link>
                  </span>
                ))
              )}
            </span>
            {mayEdit && (
              <Button size="small" kind="quiet" onClick={() => props.onOpen(department)}>
                {w('verb.edit')}
              </Button>
            )}
          </div>
        ))}
      </div>
    </>
  );
}
