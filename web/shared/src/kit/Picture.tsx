import { useState } from 'react';
import { Icon } from './icons';
import styles from './Picture.module.css';
import { type PictureSize, pictureSources } from './picture';

/**
 * A product's picture on even ground, whose room is kept while it loads. Without one, or when it does not
 * load, the ground stays with a quiet sign. An empty name is for pictures beside the words that say the same.
 */
export function Picture(props: {
  src?: string | undefined;
  name: string;
  size?: PictureSize;
  /** Loads at once: for what one sees first. */
  eager?: boolean;
}) {
  const { src, name, size = 320, eager } = props;
  const [failed, setFailed] = useState('');
  if (!src || failed === src) {
    const said = name ? { role: 'img', 'aria-label': name } : { 'aria-hidden': true };
    return (
      <span className={styles.plate} {...said}>
        <Icon name="box" size={size < 320 ? 20 : 36} />
      </span>
    );
  }
  return (
    <span className={styles.shown}>
      <img
        {...pictureSources(src, size)}
        alt={name}
        width={size}
        height={size}
        loading={eager ? 'eager' : 'lazy'}
        decoding="async"
        draggable={false}
        onError={() => setFailed(src)}
      />
    </span>
  );
}

/** A small picture in a line of a list. It says nothing that the line's words do not. */
export function Thumb({ src, large }: { src?: string | undefined; large?: boolean }) {
  return (
    <span className={large ? styles.thumbLarge : styles.thumb}>
      <Picture src={src} name="" size={96} />
    </span>
  );
}
