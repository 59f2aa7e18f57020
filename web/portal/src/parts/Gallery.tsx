import { Picture } from '@qudao/shared/kit';
import { type KeyboardEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './gallery.module.css';

/**
 * The pictures of a product: one large, the others small below. They are turned over by swiping, by the
 * small ones, or with the arrow keys.
 */
export function Gallery({ images, name }: { images: string[]; name: string }) {
  const { t } = useTranslation('portal');
  const [at, setAt] = useState(0);
  const track = useRef<HTMLUListElement>(null);
  const show = (i: number) => {
    const list = track.current;
    const to = Math.max(0, Math.min(images.length - 1, i));
    list?.scrollTo({ left: to * list.clientWidth });
    setAt(to);
  };
  const turn = (event: KeyboardEvent) => {
    const step = { ArrowLeft: -1, ArrowRight: 1, Home: -images.length, End: images.length }[event.key];
    if (step) {
      event.preventDefault();
      show(at + step);
    }
  };
  return (
    <section className={styles.gallery} aria-label={t('product.pictures')}>
      <ul
        ref={track}
        className={styles.track}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached and moved by keys.
        tabIndex={0}
        aria-label={t('product.pictures')}
        onKeyDown={turn}
        onScroll={({ currentTarget: list }) => setAt(Math.round(list.scrollLeft / list.clientWidth))}
      >
        {images.map((image, i) => (
          <li key={image}>
            <Picture
              src={image}
              name={i === 0 ? name : t('product.picture', { n: i + 1 })}
              size={800}
              eager={i === 0}
            />
          </li>
        ))}
      </ul>
      {images.length > 1 && (
        <ul className={styles.thumbs}>
          {images.map((image, i) => (
            <li key={image}>
              <button
                type="button"
                aria-label={t('product.picture', { n: i + 1 })}
                aria-current={i === at || undefined}
                onClick={() => show(i)}
              >
                <Picture src={image} name="" size={96} />
              </button>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
