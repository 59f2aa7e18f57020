import type { PriceExplanation } from '@qudao/shared/api';
import {
  EmptyState,
  ErrorState,
  Facts,
  Field,
  formatQuantity,
  Money,
  Price,
  Section,
  Skeleton,
  TraceSteps,
  useUrlState,
} from '@qudao/shared/kit';
import { useTranslation } from 'react-i18next';
import { FindDealer } from '../dealer/pick';
import { FindCode } from '../kit/Find';
import { NumberInput } from '../kit/NumberInput';
import { Page } from '../kit/Page';
import { useRested } from '../kit/typed';
import { useWords } from '../words';
import { useExplanation, useSkuFinder } from './data';
import styles from './pricing.module.css';
import { TierWords } from './TierWords';

/** Answers "why this price": for a dealer, a SKU and a quantity, what counted and what did not. */
export function Explain() {
  const { t } = useTranslation('pricing');
  const w = useWords();
  const url = useUrlState();
  const finder = useSkuFinder();
  const [dealer, sku] = [url.text('dealer'), url.text('sku')];
  const quantity = url.text('quantity');
  const rested = useRested(sku.trim(), 350);
  const asked = dealer && rested ? { dealer, sku: rested, quantity } : undefined;
  const answer = useExplanation(asked);
  return (
    <Page title={t('explain.title')} hint={t('explain.hint')}>
      <div className={styles.ask}>
        <Field label={w('word.dealer')}>
          {(control) => (
            <FindDealer
              {...control}
              placeholder={t('explain.findDealer')}
              value={dealer}
              onChange={(code) => url.set({ dealer: code })}
            />
          )}
        </Field>
        <Field label={t('prices.sku')}>
          {(control) => (
            <FindCode
              {...control}
              finder={finder}
              placeholder={t('prices.skuHint')}
              value={sku}
              onChange={(code) => url.set({ sku: code })}
            />
          )}
        </Field>
        <Field label={w('word.quantity')} hint={t('explain.quantityHint')}>
          {(control) => (
            <NumberInput
              {...control}
              value={quantity === '' ? undefined : Number(quantity)}
              onChange={(n) => url.set({ quantity: n === undefined ? '' : String(n) })}
            />
          )}
        </Field>
      </div>
      {!asked ? (
        <Section>
          <EmptyState icon="tag" title={t('explain.ask')} hint={t('explain.askHint')} />
        </Section>
      ) : answer.error ? (
        <Section>
          <ErrorState error={answer.error} onRetry={() => void answer.refetch()} />
        </Section>
      ) : answer.data ? (
        <Answer answer={answer.data} stale={answer.isPlaceholderData} />
      ) : (
        <Skeleton rows={6} />
      )}
    </Page>
  );
}

function Answer({ answer, stale }: { answer: PriceExplanation; stale: boolean }) {
  const { t } = useTranslation('pricing');
  const w = useWords();
  return (
    <div className={`${styles.answer} ${stale ? styles.stale : ''}`}>
      <Section title={t('explain.price')}>
        <p className={styles.big}>
          <Price value={answer.price} currency={answer.currency ?? ''} strong />
        </p>
        {answer.price === undefined ? (
          <p className={styles.faint}>{t('explain.noPrice')}</p>
        ) : (
          answer.tiers.length > 1 && (
            <p>
              <span className={styles.faint}>{t('explain.tiers')} </span>
              <TierWords tiers={answer.tiers} />
            </p>
          )
        )}
        {answer.amount !== undefined && (
          <div className={styles.sums}>
            <Facts
              items={[
                { label: w('word.quantity'), value: formatQuantity(answer.quantity) },
                { label: t('explain.amount'), value: <Money value={answer.amount} /> },
                { label: t('explain.net'), value: <Money value={answer.net ?? '0'} /> },
                { label: t('explain.tax'), value: <Money value={answer.tax ?? '0'} /> },
              ]}
            />
          </div>
        )}
      </Section>
      <Section title={t('explain.trace')}>
        <TraceSteps trace={answer.trace} />
      </Section>
    </div>
  );
}
