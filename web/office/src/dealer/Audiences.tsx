import { sayList } from '@qudao/shared/i18n';
import { ButtonLink, formatQuantity, ListPage, useUrlState } from '@qudao/shared/kit';
import { useTranslation } from 'react-i18next';
import { Card, Line, Stacked } from '../kit/Cells';
import { useWholeList } from '../kit/whole';
import { useMay } from '../me';
import { ExportButton } from '../spreadsheet/ExportButton';
import { useWords } from '../words';
import { useAudiences } from './data';
import { RuleWords } from './RuleWords';

/** The named sets of dealers that prices, publication and stock display point to. */
export function Audiences() {
  const { t } = useTranslation('dealer');
  const w = useWords();
  const url = useUrlState();
  const q = url.text('q');
  const { list, count } = useWholeList(useAudiences(), q, (audience) => [audience.code, audience.name]);
  const create = useMay('audience.edit') && (
    <ButtonLink kind="primary" icon="plus" to="/audiences/new">
      {t('audiences.create')}
    </ButtonLink>
  );
  return (
    <ListPage
      keep="audiences"
      title={t('audiences.title')}
      count={count}
      list={list}
      search={{ value: q, placeholder: t('audiences.search'), onSearch: (text) => url.set({ q: text }) }}
      narrowed={q !== ''}
      onClear={() => url.set({ q: '' })}
      actions={
        <>
          <ExportButton kind="audiences" filter={{ q }} />
          {create}
        </>
      }
      columns={[
        {
          key: 'name',
          title: w('word.name'),
          width: 260,
          render: (audience) => <Stacked main={audience.name} sub={audience.code} />,
        },
        { key: 'rule', title: t('audiences.rule'), render: (audience) => <RuleWords rule={audience.rule} /> },
        {
          key: 'used',
          title: t('audiences.usedBy'),
          wideOnly: true,
          width: 260,
          render: (audience) => <Line most={260}>{sayList(audience.used_by.map((use) => use.name))}</Line>,
        },
        {
          key: 'count',
          title: t('audiences.count'),
          align: 'right',
          width: 96,
          render: (audience) => formatQuantity(audience.count),
        },
      ]}
      rowKey={(audience) => audience.code}
      rowTo={(audience) => `/audiences/${audience.code}`}
      card={(audience) => (
        <Card
          to={`/audiences/${audience.code}`}
          title={audience.name}
          lines={[<RuleWords key="rule" rule={audience.rule} />]}
          foot={[audience.code, t('audiences.dealers', { count: audience.count })]}
        />
      )}
      empty={{ title: t('audiences.none'), hint: t('audiences.noneHint'), action: create }}
    />
  );
}
