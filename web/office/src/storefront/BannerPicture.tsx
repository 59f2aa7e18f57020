import { asProblem } from '@qudao/shared/api';
import { Field, Icon, Picture } from '@qudao/shared/kit';
import { useTranslation } from 'react-i18next';
import { useKeepPicture } from './data';
import styles from './storefront.module.css';

/** The picture of a banner: the one it has, and the way to another. */
export function BannerPicture({ image, onChange }: { image: string; onChange: (image: string) => void }) {
  const { t } = useTranslation('storefront');
  const keep = useKeepPicture(onChange);
  const refused = keep.error ? asProblem(keep.error).detail : undefined;
  return (
    <Field label={t('word.image')} path="image" hint={t('imageHint')} error={refused}>
      {(control) => (
        <span className={styles.upload} aria-busy={keep.isPending}>
          {image && <Picture src={image} name={t('word.image')} />}
          <span>
            <Icon name="upload" />
            {image ? t('another') : t('upload')}
          </span>
          <input
            {...control}
            type="file"
            accept=".png,.jpg,.jpeg,.webp,.svg"
            disabled={keep.isPending}
            onChange={(event) => {
              const file = event.target.files?.[0];
              if (file) {
                keep.mutate(file);
              }
              event.target.value = '';
            }}
          />
        </span>
      )}
    </Field>
  );
}
