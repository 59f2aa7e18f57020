import type { ReactNode } from 'react';
import { Icon, Picture } from '../kit';
import { Paragraphs } from '../notification';
import styles from './blocks.module.css';

/** What the brand says in a block of the first page. */
export interface BlockWords {
  title: string;
  body?: string | undefined;
  image?: string | undefined;
}

interface Shown {
  block: BlockWords;
  /** Puts the block's content into the way to where it leads; left out, it leads nowhere. */
  link?: ((content: ReactNode, className: string) => ReactNode) | undefined;
}

function within({ link }: Shown, content: ReactNode, className: string): ReactNode {
  return link ? link(content, className) : <div className={className}>{content}</div>;
}

/** A banner: its words beside its picture, above one another on a phone. */
export function BannerView(props: Shown) {
  const { block, link } = props;
  return within(
    props,
    <>
      <span className={styles.words}>
        <b>{block.title}</b>
        {block.body && <span>{block.body}</span>}
        {link && <Icon name="chevronRight" />}
      </span>
      <span className={styles.picture}>
        <Picture src={block.image} name="" size={800} eager />
      </span>
    </>,
    styles.banner ?? '',
  );
}

/** A notice: words alone. */
export function NoticeView(props: Shown) {
  const { block, link } = props;
  return within(
    props,
    <>
      <b>
        {block.title}
        {link && <Icon name="chevronRight" size={16} />}
      </b>
      <Paragraphs body={block.body ?? ''} />
    </>,
    styles.notice ?? '',
  );
}
