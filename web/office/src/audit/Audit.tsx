import type { AuditChange } from '@qudao/shared/api';
import { sayList } from '@qudao/shared/i18n';
import {
  Button,
  type Column,
  ListPage,
  Tag,
  TextInput,
  type Tone,
  useUrlState,
  When,
} from '@qudao/shared/kit';
import { useTranslation } from 'react-i18next';
import { Card, Line } from '../kit/Cells';
import { DayRange } from '../kit/Days';
import { PickOne } from '../kit/Pick';
import { ExportButton } from '../spreadsheet/ExportButton';
import { useWords } from '../words';
import { Change } from './Change';
import { everything, useAudit } from './data';
import { diff, nameOf } from './diff';
import { tables, useAuditWords } from './words';

export const actionTones: Record<string, Tone> = {
  insert: 'done',
  update: 'moving',
  delete: 'waiting',
  refused: 'alarm',
  read: 'idle',
};

const keyOf = (change: AuditChange) => `${change.at}/${change.id}`;

/** Every change of a row that matters: who, when, from where, and what was before and after. */
export function Audit() {
  const { t } = useTranslation('audit');
  const url = useUrlState();
  const words = useAuditWords();
  const open = (change: AuditChange) => url.set({ open: keyOf(change) });
  const filter = {
    actor: url.text('actor'),
    table: url.text('table'),
    key: url.text('key'),
    from: url.text('from'),
    to: url.text('to'),
  };
  const list = useAudit(filter);
  return (
    <ListPage
      keep="audit"
      title={t('audit.title')}
      list={list}
      dense
      search={{ value: filter.key, placeholder: t('audit.search'), onSearch: (key) => url.set({ key }) }}
      filters={
        <>
          <PickOne
            filter
            placeholder={t('audit.table')}
            options={tables.map((table) => ({ code: table, name: words.table(table) }))}
            value={filter.table}
            onChange={(table) => url.set({ table })}
          />
          <ActorFilter value={filter.actor} onChange={(actor) => url.set({ actor })} />
          <DayRange
            label={t('audit.at')}
            from={filter.from}
            to={filter.to}
            onChange={(from, to) => url.set({ from, to })}
          />
        </>
      }
      narrowed={Object.values(filter).some((value) => value !== '')}
      onClear={() => url.set({ ...everything })}
      actions={<ExportButton kind="audit" filter={filter} />}
      columns={useColumns()}
      rowKey={keyOf}
      drawer={{
        title: (change) => `${words.table(change.table)} ${nameOf(change)}`,
        body: (change) => <Change change={change} />,
      }}
      card={(change) => (
        <Card
          title={`${words.table(change.table)} ${nameOf(change)}`}
          state={<Tag tone={actionTones[change.action] ?? 'idle'}>{words.action(change.action)}</Tag>}
          lines={[words.actor(change)]}
          foot={[
            <When key="at" at={change.at} />,
            <Button key="open" size="small" onClick={() => open(change)}>
              {t('audit.open')}
            </Button>,
          ]}
        />
      )}
      empty={{ title: t('audit.none'), hint: t('audit.noneHint') }}
    />
  );
}

function ActorFilter(props: { value: string; onChange: (actor: string) => void }) {
  const { t } = useTranslation('audit');
  return (
    <span style={{ flex: '0 1 160px' }}>
      <TextInput
        aria-label={t('audit.actor')}
        placeholder={t('audit.actor')}
        defaultValue={props.value}
        key={props.value}
        onBlur={(event) => props.onChange(event.target.value.trim())}
        onKeyDown={(event) => event.key === 'Enter' && props.onChange(event.currentTarget.value.trim())}
      />
    </span>
  );
}

function useColumns(): Column<AuditChange>[] {
  const { t } = useTranslation('audit');
  const w = useWords();
  const words = useAuditWords();
  return [
    { key: 'at', title: t('audit.at'), width: 132, render: (c) => <When at={c.at} /> },
    {
      key: 'actor',
      title: t('audit.actor'),
      width: 140,
      render: (c) => <Line most={140}>{words.actor(c)}</Line>,
    },
    {
      key: 'action',
      title: t('audit.action'),
      width: 76,
      render: (c) => <Tag tone={actionTones[c.action] ?? 'idle'}>{words.action(c.action)}</Tag>,
    },
    {
      key: 'row',
      title: t('audit.table'),
      width: 110,
      render: (c) => <Line most={110}>{words.table(c.table)}</Line>,
    },
    { key: 'key', title: t('audit.key'), width: 180, render: (c) => <Line most={180}>{nameOf(c)}</Line> },
    {
      key: 'dealer',
      title: w('word.dealer'),
      width: 160,
      wideOnly: true,
      render: (c) => <Line most={160}>{c.dealer?.name}</Line>,
    },
    {
      key: 'fields',
      title: t('audit.fields'),
      cut: true,
      wideOnly: true,
      render: (c) =>
        c.action === 'update' &&
        sayList(
          diff(c.before, c.after)
            .filter(({ field }) => field !== 'version')
            .map(({ field }) => words.field(field)),
        ),
    },
  ];
}
