import type { OfficeProduct } from '@qudao/shared/api';
import { asProblem } from '@qudao/shared/api';
import { IconButton, Notice, Picture, Section, Tag } from '@qudao/shared/kit';
import { type DragEvent, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { usePictures } from './data';
import styles from './pictures.module.css';

const taken = '.png,.jpg,.jpeg,.webp,.svg';

/** A product's pictures: dropped in, put in order by dragging or by keys, the first being the main one. */
export function Pictures(props: { product: OfficeProduct; disabled: boolean; blocked: boolean }) {
  const { product, blocked } = props;
  const { t } = useTranslation('catalog');
  const acts = usePictures(product);
  const [moved, setMoved] = useState<number>();
  const disabled = props.disabled || blocked || acts.arrange.isPending;
  const images = product.images;
  const put = (from: number, to: number) => {
    const next = [...images];
    next.splice(to, 0, ...next.splice(from, 1));
    acts.arrange.mutate(next);
  };
  const refused = acts.add.error ?? acts.arrange.error;
  return (
    <Section title={t('pictures.title')} extra={<span className={styles.hint}>{t('pictures.hint')}</span>}>
      {(refused || (blocked && !props.disabled)) && (
        <div className={styles.notice}>
          {refused ? (
            <Notice tone="alarm">{asProblem(refused).errors[0]?.detail || asProblem(refused).detail}</Notice>
          ) : (
            <Notice>{t('pictures.saveFirst')}</Notice>
          )}
        </div>
      )}
      <ul className={styles.pictures}>
        {images.map((image, i) => (
          <li
            key={image}
            draggable={!disabled}
            className={moved === i ? styles.moved : ''}
            onDragStart={() => setMoved(i)}
            onDragEnd={() => setMoved(undefined)}
            onDragOver={(event) => moved !== undefined && event.preventDefault()}
            onDrop={(event) => {
              if (moved !== undefined) {
                event.preventDefault();
                put(moved, i);
              }
            }}
          >
            <Picture src={image} name={t('pictures.nth', { n: i + 1 })} />
            {i === 0 && (
              <span className={styles.main}>
                <Tag tone="done">{t('pictures.main')}</Tag>
              </span>
            )}
            {!props.disabled && (
              <span className={styles.acts}>
                <IconButton
                  icon="chevronLeft"
                  size={28}
                  label={t('pictures.earlier', { n: i + 1 })}
                  disabled={disabled || i === 0}
                  onClick={() => put(i, i - 1)}
                />
                <IconButton
                  icon="chevronRight"
                  size={28}
                  label={t('pictures.later', { n: i + 1 })}
                  disabled={disabled || i === images.length - 1}
                  onClick={() => put(i, i + 1)}
                />
                <IconButton
                  icon="trash"
                  size={28}
                  label={t('pictures.remove', { n: i + 1 })}
                  disabled={disabled}
                  onClick={() => acts.arrange.mutate(images.filter((_, k) => k !== i))}
                />
              </span>
            )}
          </li>
        ))}
        {!props.disabled && (
          <li>
            <Drop disabled={disabled || acts.add.isPending} onFiles={(files) => acts.add.mutate(files)} />
          </li>
        )}
      </ul>
    </Section>
  );
}

/** Where pictures are dropped or chosen, several at once. */
function Drop({ disabled, onFiles }: { disabled: boolean; onFiles: (files: File[]) => void }) {
  const { t } = useTranslation('catalog');
  const id = useId();
  const [over, setOver] = useState(false);
  const take = (list: FileList | null) => {
    const files = [...(list ?? [])];
    if (files.length > 0 && !disabled) {
      onFiles(files);
    }
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    take(event.dataTransfer.files);
  };
  return (
    <label
      htmlFor={id}
      className={`${styles.drop} ${over ? styles.over : ''}`}
      aria-busy={disabled}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <span>{t('pictures.add')}</span>
      <small>{t('pictures.kinds')}</small>
      <input
        id={id}
        type="file"
        accept={taken}
        multiple
        disabled={disabled}
        onChange={(event) => {
          take(event.target.files);
          event.target.value = '';
        }}
      />
    </label>
  );
}
