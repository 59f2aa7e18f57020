import type { AudienceRule, Named } from '@qudao/shared/api';
import { sayList } from '@qudao/shared/i18n';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useDealerFacts, useRegions } from './data';
import styles from './dealer.module.css';
import { conditions, wholeRule } from './rule';

/** Names of what rules point to by code. */
function useNames(): (condition: (typeof conditions)[number], code: string | number) => string {
  const facts = useDealerFacts().data;
  const regions = useRegions().data;
  return useMemo(() => {
    const names = (list: readonly Named[] | undefined) => new Map(list?.map((one) => [one.code, one.name]));
    const tags = names(facts?.tags);
    const by: Partial<Record<string, Map<string, string>>> = {
      levels: names(facts?.levels),
      divisions: names(facts?.divisions),
      tags_any: tags,
      tags_all: tags,
      tags_none: tags,
      regions: new Map(regions?.map((region) => [String(region.code), region.name])),
    };
    return (condition, code) => by[condition]?.get(String(code)) ?? String(code);
  }, [facts, regions]);
}

/** An audience's rule in words, a condition a line. */
export function RuleWords({ rule }: { rule: Partial<AudienceRule> }) {
  const { t } = useTranslation('dealer');
  const nameOf = useNames();
  const whole = wholeRule(rule);
  const said = conditions.filter((condition) => whole[condition].length > 0);
  if (said.length === 0) {
    return <>{t('rule.everybody')}</>;
  }
  return (
    <span className={styles.rule}>
      {said.map((condition) => (
        <span key={condition}>
          <span>{t(`rule.${condition}`)} </span>
          {sayList(whole[condition].map((code) => nameOf(condition, code)))}
        </span>
      ))}
    </span>
  );
}
