import type { DealerFacts, Named } from '@qudao/shared/api';
import { Button, type Column, DataTable, EmptyState, QueryView, Section } from '@qudao/shared/kit';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Line } from '../kit/Cells';
import { Page } from '../kit/Page';
import { useWords } from '../words';
import { useDealerFacts } from './data';
import { LevelPanel, TagPanel } from './FactPanel';

/** The levels and tags that dealers are described with. */
export function LevelsAndTags() {
  const { t } = useTranslation('dealer');
  return (
    <Page title={t('facts.title')} hint={t('facts.hint')}>
      <QueryView query={useDealerFacts()}>{(facts) => <Sections facts={facts} />}</QueryView>
    </Page>
  );
}

function Sections({ facts }: { facts: DealerFacts }) {
  const { t } = useTranslation('dealer');
  // The code of the one that is open; a new one has none yet.
  const [level, setLevel] = useState<string>();
  const [tag, setTag] = useState<string>();
  const { levels, tags } = facts;
  return (
    <>
      <Facts
        title={t('facts.levels')}
        rows={levels}
        more={[
          {
            key: 'rank',
            title: t('facts.rank'),
            align: 'right',
            width: 72,
            render: (one) => one.rank,
          },
        ]}
        create={t('facts.newLevel')}
        none={t('facts.noLevel')}
        onOpen={setLevel}
      />
      <Facts
        title={t('facts.tags')}
        rows={tags}
        create={t('facts.newTag')}
        none={t('facts.noTag')}
        onOpen={setTag}
      />
      {level !== undefined && (
        <LevelPanel
          key={`level ${level}`}
          fact={levels.find((one) => one.code === level)}
          taken={levels.map((one) => one.code)}
          next={Math.max(0, ...levels.map((one) => one.rank)) + 1}
          onClose={() => setLevel(undefined)}
        />
      )}
      {tag !== undefined && (
        <TagPanel
          key={`tag ${tag}`}
          fact={tags.find((one) => one.code === tag)}
          taken={tags.map((one) => one.code)}
          onClose={() => setTag(undefined)}
        />
      )}
    </>
  );
}

function Facts<Fact extends Named>(props: {
  title: string;
  rows: Fact[];
  more?: Column<Fact>[];
  create: string;
  none: string;
  onOpen: (code: string) => void;
}) {
  const w = useWords();
  const create = (
    <Button icon="plus" onClick={() => props.onOpen('')}>
      {props.create}
    </Button>
  );
  const columns: Column<Fact>[] = [
    { key: 'name', title: w('word.name'), render: (one) => <Line>{one.name}</Line> },
    { key: 'code', title: w('word.code'), width: '30%', render: (one) => <Line>{one.code}</Line> },
    ...(props.more ?? []),
    {
      key: 'act',
      title: '',
      align: 'right',
      width: 80,
      render: (one) => (
        <Button size="small" kind="quiet" onClick={() => props.onOpen(one.code)}>
          {w('verb.edit')}
        </Button>
      ),
    },
  ];
  return (
    <Section title={props.title} extra={create} flush>
      {props.rows.length > 0 ? (
        <DataTable dense columns={columns} rows={props.rows} rowKey={(one) => one.code} />
      ) : (
        <EmptyState title={props.none} />
      )}
    </Section>
  );
}
