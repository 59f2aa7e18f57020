import type { Dealer } from '@qudao/shared/api';
import { sayList } from '@qudao/shared/i18n';
import { Facts, QueryView, Section } from '@qudao/shared/kit';
import { useTranslation } from 'react-i18next';
import { Tags } from '../kit/Cells';
import { Masked } from '../kit/Masked';
import { Stack } from '../kit/Page';
import { useMay } from '../me';
import { RecentOrders } from '../order/RecentOrders';
import { useWords } from '../words';
import { unmaskDealer, useDealer } from './data';
import styles from './dealer.module.css';

/** What is known of a dealer as a company. */
export function DealerFacts({ dealer }: { dealer: Dealer }) {
  const { t } = useTranslation('dealer');
  const w = useWords();
  return (
    <Section title={t('dealer.facts')}>
      <div className={styles.facts}>
        <Facts
          items={[
            { label: t('form.shortName'), value: dealer.short_name || w('word.none') },
            { label: t('dealer.creditCode'), value: dealer.credit_code || w('word.none') },
            {
              label: t('form.contact'),
              value: <Person dealer={dealer} name={dealer.contact} phone={dealer.phone} />,
            },
          ]}
        />
        <Facts
          items={[
            { label: t('dealers.rep'), value: dealer.rep?.name ?? w('word.none') },
            { label: t('form.divisions'), value: sayList(dealer.divisions.map((one) => one.name)) },
            { label: w('word.tag'), value: <Tags words={dealer.tags.map((tag) => tag.name)} /> },
          ]}
        />
      </div>
    </Section>
  );
}

/** Who is called, of a dealer or of one of its addresses. */
export function Person(props: { dealer: Dealer; name: string; phone: string; address?: string }) {
  const { t } = useTranslation('dealer');
  const w = useWords();
  const look = (field: 'contact' | 'phone') => (reason: string) =>
    unmaskDealer(props.dealer.code, field, reason, props.address);
  return (
    <>
      <Masked value={props.name} label={t('form.contact')} unmask={look('contact')} />{' '}
      <Masked value={props.phone} label={w('word.phone')} unmask={look('phone')} />
    </>
  );
}

/** A dealer beside its list: who it is and what it ordered last. */
export function DealerGlance({ code }: { code: string }) {
  const query = useDealer(code);
  const maySeeOrders = useMay('order.read');
  return (
    <QueryView query={query}>
      {(dealer) => (
        <Stack>
          <DealerFacts dealer={dealer} />
          {maySeeOrders && <RecentOrders dealer={code} />}
        </Stack>
      )}
    </QueryView>
  );
}
