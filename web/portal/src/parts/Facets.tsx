import type { Facet } from '@qudao/shared/api';
import { formatQuantity } from '@qudao/shared/kit';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './parts.module.css';

const few = 6;

/** The attributes of the products found, with how many have each value. */
export function Facets(props: { facets: Facet[]; chosen: string[]; onChange: (chosen: string[]) => void }) {
  return props.facets
    .filter((facet) => facet.values.length > 0)
    .map((facet) => (
      <OneFacet key={facet.code} facet={facet} chosen={props.chosen} onChange={props.onChange} />
    ));
}

function OneFacet(props: { facet: Facet; chosen: string[]; onChange: (chosen: string[]) => void }) {
  const { facet, chosen } = props;
  const { t } = useTranslation('portal');
  const [all, setAll] = useState(false);
  const values = all ? facet.values : facet.values.slice(0, few);
  return (
    <fieldset className={styles.facet}>
      <legend>{facet.unit ? `${facet.name} (${facet.unit})` : facet.name}</legend>
      {values.map(({ value, label, count }) => {
        const filter = `${facet.code}:${value}`;
        const on = chosen.includes(filter);
        return (
          <label key={value}>
            <input
              type="checkbox"
              checked={on}
              onChange={() =>
                props.onChange(on ? chosen.filter((one) => one !== filter) : [...chosen, filter])
              }
            />
            <span>{label}</span>
            <small>{formatQuantity(count)}</small>
          </label>
        );
      })}
      {facet.values.length > few && (
        <button type="button" onClick={() => setAll(!all)}>
          {all ? t('catalogue.fewer') : t('catalogue.moreValues', { count: facet.values.length - few })}
        </button>
      )}
    </fieldset>
  );
}
