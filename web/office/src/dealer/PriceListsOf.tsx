import type { Dealer, PriceList } from '@qudao/shared/api';
import { ErrorState, Section, Skeleton } from '@qudao/shared/kit';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Stacked } from '../kit/Cells';
import { usePriceLists } from '../pricing/data';
import { Validity } from '../pricing/Validity';
import styles from './dealer.module.css';

/** The price lists that apply to a dealer, in the order in which they are asked for a price. */
export function PriceListsOf({ dealer }: { dealer: Dealer }) {
  const { t } = useTranslation(['dealer', 'pricing']);
  const query = usePriceLists();
  const [now] = useState(() => new Date().toISOString());
  const audiences = new Set(dealer.audiences.map((audience) => audience.code));
  const lists = query.data?.filter(
    (list) =>
      list.state === 'active' &&
      inForce(list, now) &&
      (list.kind === 'base' ||
        list.dealer?.code === dealer.code ||
        (list.audience !== undefined && audiences.has(list.audience.code))),
  );
  return (
    <Section title={t('dealer.lists', { count: lists?.length ?? 0 })}>
      {query.error ? (
        <ErrorState error={query.error} onRetry={() => void query.refetch()} />
      ) : !lists ? (
        <Skeleton rows={3} />
      ) : lists.length === 0 ? (
        <p className={styles.faint}>{t('dealer.noList')}</p>
      ) : (
        <ul className={styles.because}>
          {lists.map((list) => (
            <li key={list.code}>
              <Stacked
                main={<Link to={`/price-lists/${list.code}`}>{list.name}</Link>}
                sub={
                  <>
                    {t(`pricing:kind.${list.kind}`)}
                    {list.audience && ` · ${list.audience.name}`}
                    <Validity list={list} />
                  </>
                }
              />
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}

/** Whether a list counts at a moment; times are RFC 3339. */
function inForce(list: PriceList, now: string): boolean {
  const at = Date.parse(now);
  return (
    (!list.valid_from || Date.parse(list.valid_from) <= at) &&
    (!list.valid_to || at < Date.parse(list.valid_to))
  );
}
