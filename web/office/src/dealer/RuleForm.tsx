import type { AudienceRule, Problem } from '@qudao/shared/api';
import { Field, FormGroup } from '@qudao/shared/kit';
import { useTranslation } from 'react-i18next';
import { PickMany } from '../kit/Pick';
import { useDealerFacts } from './data';
import { FindDealers, PickRegions } from './pick';

/** The conditions of an audience. What the server refuses stands at the condition it means. */
export function RuleForm(props: {
  rule: AudienceRule;
  /** What is wrong with the rule as it stands, known before it is saved. */
  problem: Problem | undefined;
  onChange: (change: Partial<AudienceRule>) => void;
}) {
  const { t } = useTranslation('dealer');
  const facts = useDealerFacts().data;
  const { rule, onChange } = props;
  const wrong = (condition: keyof AudienceRule) => {
    const path = `rule.${condition}`;
    const detail = props.problem?.under(path)[0]?.detail;
    return { path, ...(detail ? { error: detail } : {}) };
  };
  const many = (condition: 'levels' | 'tags_any' | 'tags_all' | 'tags_none' | 'divisions') => {
    const options =
      condition === 'levels' ? facts?.levels : condition === 'divisions' ? facts?.divisions : facts?.tags;
    return (
      <Field label={t(`rule.${condition}`)} {...wrong(condition)}>
        {(control) => (
          <PickMany
            {...control}
            placeholder={t('rule.any')}
            options={options ?? []}
            value={rule[condition]}
            onChange={(codes) => onChange({ [condition]: codes })}
          />
        )}
      </Field>
    );
  };
  const dealers = (condition: 'dealers_in' | 'dealers_out') => (
    <Field label={t(`rule.${condition}`)} {...wrong(condition)}>
      {(control) => (
        <FindDealers
          {...control}
          placeholder={t('rule.findDealer')}
          value={rule[condition]}
          onChange={(codes) => onChange({ [condition]: codes })}
        />
      )}
    </Field>
  );
  return (
    <>
      <FormGroup title={t('rule.title')} hint={t('rule.hint')}>
        {many('levels')}
        <Field label={t('rule.regions')} {...wrong('regions')}>
          {(control) => (
            <PickRegions
              {...control}
              placeholder={t('rule.any')}
              value={rule.regions}
              onChange={(regions) => onChange({ regions })}
            />
          )}
        </Field>
        {many('tags_any')}
        {many('tags_all')}
        {many('tags_none')}
        {many('divisions')}
      </FormGroup>
      <FormGroup title={t('rule.named')} hint={t('rule.namedHint')}>
        {dealers('dealers_in')}
        {dealers('dealers_out')}
      </FormGroup>
    </>
  );
}
