import { Icon } from '@qudao/shared/kit';
import { useState } from 'react';
import styles from './parts.module.css';

/** A product's picture on even ground. Without one, or when it does not load, the ground stays with a quiet sign. */
export function Picture({ src, name }: { src?: string | undefined; name: string }) {
  const [failed, setFailed] = useState(false);
  if (!src || failed) {
    return (
      <span className={styles.plate} role="img" aria-label={name}>
        <Icon name="box" size={36} />
      </span>
    );
  }
  return (
    <span className={styles.plate}>
      <img src={src} alt={name} loading="lazy" decoding="async" onError={() => setFailed(true)} />
    </span>
  );
}
