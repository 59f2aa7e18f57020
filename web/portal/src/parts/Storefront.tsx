import type { StorefrontBlock } from '@qudao/shared/api';
import { BannerView, NoticeView } from '@qudao/shared/storefront';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ProductCards } from './ProductCards';
import styles from './storefront.module.css';

/** What the brand put onto the first page: banners and notices stand beside each other where there is room. */
export function Storefront({ blocks }: { blocks: readonly StorefrontBlock[] }) {
  const groups: StorefrontBlock[][] = [];
  for (const block of blocks) {
    const last = groups.at(-1);
    if (last && block.kind !== 'products' && last[0]?.kind === block.kind) {
      last.push(block);
    } else {
      groups.push([block]);
    }
  }
  return groups.map((group) => {
    const [first] = group;
    return first?.kind === 'products' ? (
      <Row key={first.id} block={first} />
    ) : (
      <div key={first?.id} className={styles.beside} data-kind={first?.kind}>
        {group.map((block) => (
          <section key={block.id} className={styles.place} aria-label={block.title}>
            <Words block={block} />
          </section>
        ))}
      </div>
    );
  });
}

function Words({ block }: { block: StorefrontBlock }) {
  const View = block.kind === 'banner' ? BannerView : NoticeView;
  const where = block.link && wayTo(block.link);
  return (
    <View
      block={block}
      link={
        where &&
        ((content: ReactNode, className: string) => (
          <Link to={where.to} search={where.search as never} className={className}>
            {content}
          </Link>
        ))
      }
    />
  );
}

function Row({ block }: { block: StorefrontBlock }) {
  const { t } = useTranslation('portal');
  const where = block.link && wayTo(block.link);
  return (
    <section>
      <div className={styles.head}>
        <h2>{block.title}</h2>
        {where && (
          <Link to={where.to} search={where.search as never}>
            {t('home.more')}
          </Link>
        )}
      </div>
      {block.body && <p className={styles.said}>{block.body}</p>}
      <ProductCards products={block.products ?? []} />
    </section>
  );
}

/** The page that a block leads to. */
function wayTo(link: NonNullable<StorefrontBlock['link']>): { to: string; search: Record<string, string> } {
  switch (link.kind) {
    case 'product':
      return { to: `/products/${encodeURIComponent(link.to)}`, search: {} };
    case 'category':
      return { to: '/catalogue', search: { category: link.to } };
    case 'search':
      return { to: '/catalogue', search: { q: link.to } };
    case 'announcement':
      return { to: `/announcements/${encodeURIComponent(link.to)}`, search: {} };
  }
}
