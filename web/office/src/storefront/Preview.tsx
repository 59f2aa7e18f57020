import type { SeenBlock } from '@qudao/shared/api';
import { EmptyState, Picture, QueryView, Section, Skeleton } from '@qudao/shared/kit';
import { BannerView, NoticeView } from '@qudao/shared/storefront';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAudiences } from '../dealer/data';
import { PickOne } from '../kit/Pick';
import { useMay } from '../me';
import { usePreview } from './data';
import styles from './storefront.module.css';

/** What a dealer of one audience sees now. */
export function Preview() {
  const { t } = useTranslation('storefront');
  const [audience, setAudience] = useState('');
  const audiences = useAudiences(useMay('audience.read'));
  const seen = usePreview(audience);
  return (
    <Section
      title={t('preview.title')}
      extra={
        <PickOne
          filter
          placeholder={t('preview.as')}
          options={audiences.data ?? []}
          value={audience}
          onChange={setAudience}
        />
      }
    >
      <QueryView query={seen} skeleton={<Skeleton rows={4} height={96} />}>
        {(blocks) =>
          blocks.length === 0 ? (
            <EmptyState icon="search" title={t('preview.none')} hint={t('preview.noneHint')} />
          ) : (
            <div className={styles.preview} data-stale={seen.isPlaceholderData || undefined}>
              {blocks.map((block) => (
                <SeenView key={block.id} block={block} />
              ))}
            </div>
          )
        }
      </QueryView>
      <p className={styles.note}>{t('preview.hint')}</p>
    </Section>
  );
}

function SeenView({ block }: { block: SeenBlock }) {
  if (block.kind === 'banner') {
    return <BannerView block={block} />;
  }
  if (block.kind === 'notice') {
    return <NoticeView block={block} />;
  }
  return (
    <section>
      <h3>{block.title}</h3>
      {block.body && <p className={styles.note}>{block.body}</p>}
      <ul className={styles.row}>
        {(block.products ?? []).map((product) => (
          <li key={product.code}>
            <Picture src={product.image} name="" />
            <span>{product.name}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
