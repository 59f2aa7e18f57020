import { asProblem, type Block } from '@qudao/shared/api';
import {
  Button,
  EmptyState,
  Icon,
  IconButton,
  Notice,
  QueryView,
  Section,
  Skeleton,
  Tag,
  Thumb,
} from '@qudao/shared/kit';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Page } from '../kit/Page';
import { NowTag } from '../notification/now';
import { Validity } from '../pricing/Validity';
import { BlockForm } from './BlockForm';
import { useArrange, useBlocks } from './data';
import { Preview } from './Preview';
import styles from './storefront.module.css';

/** The portal's first page as it is composed: the blocks in their order at the left, what dealers see at the right. */
export function StorefrontPage() {
  const { t } = useTranslation('storefront');
  const blocks = useBlocks();
  const [open, setOpen] = useState<Block | 'new'>();
  const create = (
    <Button kind="primary" icon="plus" onClick={() => setOpen('new')}>
      {t('create')}
    </Button>
  );
  return (
    <Page title={t('title')} hint={t('hint')} actions={create}>
      <div className={styles.columns}>
        <Section title={t('blocks')}>
          <QueryView query={blocks} skeleton={<Skeleton rows={5} height={72} />}>
            {(list) =>
              list.length === 0 ? (
                <EmptyState icon="megaphone" title={t('none')} hint={t('noneHint')} action={create} />
              ) : (
                <Blocks blocks={list} onOpen={setOpen} />
              )
            }
          </QueryView>
        </Section>
        <Preview />
      </div>
      {open && (
        <BlockForm
          key={open === 'new' ? 'new' : open.id}
          {...(open === 'new' ? {} : { block: open })}
          onClose={() => setOpen(undefined)}
        />
      )}
    </Page>
  );
}

function Blocks({ blocks, onOpen }: { blocks: Block[]; onOpen: (block: Block) => void }) {
  const { t } = useTranslation('storefront');
  const arrange = useArrange();
  const move = (from: number, to: number) => {
    const next = [...blocks];
    next.splice(to, 0, ...next.splice(from, 1));
    arrange.mutate(next);
  };
  return (
    <>
      {arrange.error && <Notice tone="alarm">{asProblem(arrange.error).detail}</Notice>}
      <ol className={styles.blocks}>
        {blocks.map((block, i) => (
          <li key={block.id} data-off={!block.shown || undefined}>
            <span className={styles.moves}>
              <IconButton
                icon="chevronUp"
                size={28}
                label={t('up', { title: block.title })}
                disabled={i === 0 || arrange.isPending}
                onClick={() => move(i, i - 1)}
              />
              <IconButton
                icon="chevronDown"
                size={28}
                label={t('down', { title: block.title })}
                disabled={i === blocks.length - 1 || arrange.isPending}
                onClick={() => move(i, i + 1)}
              />
            </span>
            <Sign block={block} />
            <div className={styles.said}>
              <p>
                <button type="button" className={styles.open} onClick={() => onOpen(block)}>
                  {block.title}
                </button>
                <NowTag
                  announcement={{
                    state: block.shown ? 'published' : 'draft',
                    ...(block.since ? { since: block.since } : {}),
                    ...(block.until ? { until: block.until } : {}),
                  }}
                />
              </p>
              <small>
                <span>{t(`kind.${block.kind}`)}</span>
                <span>
                  <For block={block} />
                </span>
                {(block.since || block.until) && (
                  <Validity
                    list={{
                      ...(block.since ? { valid_from: block.since } : {}),
                      ...(block.until ? { valid_to: block.until } : {}),
                    }}
                  />
                )}
              </small>
            </div>
          </li>
        ))}
      </ol>
    </>
  );
}

/** What a block shows, in one small picture. */
function Sign({ block }: { block: Block }) {
  const image = block.image || block.products[0]?.image;
  if (block.kind === 'notice' || !image) {
    return (
      <span className={styles.sign}>
        <Icon name={block.kind === 'notice' ? 'paper' : 'grid'} />
      </span>
    );
  }
  return <Thumb src={image} large />;
}

function For({ block }: { block: Block }) {
  const { t } = useTranslation('storefront');
  if (block.everybody) {
    return t('for.everybody');
  }
  const names = block.audiences.map((audience) => audience.name).join(t('comma'));
  return names || <Tag tone="waiting">{t('for.nobody')}</Tag>;
}
