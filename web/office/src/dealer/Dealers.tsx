import type { DealerCard } from '@qudao/shared/api';
import { Button, type Column, ListPage, useUrlState } from '@qudao/shared/kit';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Card, Line, Tags } from '../kit/Cells';
import { oneOf } from '../kit/filled';
import { PickOne } from '../kit/Pick';
import { useMay } from '../me';
import { ExportButton } from '../spreadsheet/ExportButton';
import { useWords } from '../words';
import { DealerGlance } from './DealerFacts';
import { DealerForm } from './DealerForm';
import { DealerTag, dealerStates } from './DealerTag';
import { everyDealer, useAudiences, useCreateDealer, useDealerFacts, useDealers } from './data';
import { PickRegion } from './pick';

/** Every dealer the person may see, found by name, code or pinyin. */
export function Dealers() {
  const { t } = useTranslation('dealer');
  const w = useWords();
  const url = useUrlState();
  const navigate = useNavigate();
  const [creating, setCreating] = useState(false);
  const mayEdit = useMay('dealer.edit');
  const filter = {
    q: url.text('q'),
    level: url.text('level'),
    region: url.text('region'),
    tag: url.text('tag'),
    audience: url.text('audience'),
    state: oneOf(dealerStates, url.text('state')),
  };
  const list = useDealers(filter);
  const create = useCreateDealer(w('said.created'), (dealer) => {
    setCreating(false);
    void navigate({ to: `/dealers/${dealer.code}` });
  });
  const newButton = mayEdit && (
    <Button kind="primary" icon="plus" onClick={() => setCreating(true)}>
      {t('dealers.create')}
    </Button>
  );
  return (
    <>
      <ListPage
        keep="dealers"
        title={t('dealers.title')}
        count={list.first?.count}
        list={list}
        dense
        search={{ value: filter.q, placeholder: t('dealers.search'), onSearch: (q) => url.set({ q }) }}
        filters={<Filters filter={filter} onChange={url.set} />}
        narrowed={Object.values(filter).some((value) => value !== '')}
        onClear={() => url.set({ ...everyDealer })}
        actions={
          <>
            <ExportButton kind="dealers" filter={filter} />
            {newButton}
          </>
        }
        columns={columns(t, w)}
        rowKey={(dealer) => dealer.code}
        rowTo={(dealer) => `/dealers/${dealer.code}`}
        drawer={{
          title: (dealer) => dealer.name,
          body: (dealer) => <DealerGlance key={dealer.code} code={dealer.code} />,
        }}
        card={(dealer) => (
          <Card
            to={`/dealers/${dealer.code}`}
            title={dealer.name}
            state={<DealerTag state={dealer.state} />}
            lines={[`${dealer.level.name} · ${dealer.region.name}`]}
            foot={[dealer.code, dealer.rep?.name]}
          />
        )}
        empty={{ title: t('dealers.none'), hint: t('dealers.noneHint'), action: newButton }}
      />
      <DealerForm
        open={creating}
        title={t('dealers.create')}
        busy={create.isPending}
        error={create.error}
        onClose={() => {
          create.reset();
          setCreating(false);
        }}
        onSubmit={({ input }) => create.mutate(input)}
      />
    </>
  );
}

function Filters(props: { filter: typeof everyDealer; onChange: (change: Record<string, string>) => void }) {
  const { t } = useTranslation('dealer');
  const w = useWords();
  const facts = useDealerFacts();
  const audiences = useAudiences(useMay('audience.read'));
  const { filter, onChange } = props;
  return (
    <>
      <PickOne
        filter
        placeholder={w('word.level')}
        options={facts.data?.levels ?? []}
        value={filter.level}
        onChange={(level) => onChange({ level })}
      />
      <PickRegion
        filter
        placeholder={w('word.region')}
        value={filter.region ? Number(filter.region) : undefined}
        onChange={(region) => onChange({ region: region === undefined ? '' : String(region) })}
      />
      <PickOne
        filter
        placeholder={w('word.tag')}
        options={facts.data?.tags ?? []}
        value={filter.tag}
        onChange={(tag) => onChange({ tag })}
      />
      {audiences.data && (
        <PickOne
          filter
          placeholder={w('word.audience')}
          options={audiences.data}
          value={filter.audience}
          onChange={(audience) => onChange({ audience })}
        />
      )}
      <PickOne
        filter
        placeholder={w('word.state')}
        options={dealerStates.map((state) => ({ code: state, name: t(`state.${state}`) }))}
        value={filter.state}
        onChange={(state) => onChange({ state })}
      />
    </>
  );
}

type Words = ReturnType<typeof useWords>;
type Texts = ReturnType<typeof useTranslation<'dealer'>>['t'];

function columns(t: Texts, w: Words): Column<DealerCard>[] {
  return [
    { key: 'name', title: t('dealers.name'), render: (d) => d.name },
    { key: 'code', title: w('word.code'), width: 96, render: (d) => d.code },
    { key: 'level', title: w('word.level'), width: 80, render: (d) => d.level.name },
    {
      key: 'region',
      title: w('word.region'),
      width: 200,
      render: (d) => <Line most={200}>{d.region.name}</Line>,
    },
    {
      key: 'tags',
      title: w('word.tag'),
      wideOnly: true,
      render: (d) => <Tags words={d.tags.map((tag) => tag.name)} />,
    },
    { key: 'rep', title: t('dealers.rep'), width: 96, wideOnly: true, render: (d) => d.rep?.name },
    { key: 'state', title: w('word.state'), width: 88, render: (d) => <DealerTag state={d.state} /> },
  ];
}
