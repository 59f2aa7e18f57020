import type { ProductInput } from '@qudao/shared/api';
import { Field } from '@qudao/shared/kit';
import { useTranslation } from 'react-i18next';
import { useAudiences, useDealerFacts } from '../dealer/data';
import { PickMany } from '../kit/Pick';
import { useMay } from '../me';
import styles from './catalog.module.css';

/** Who may see a product: the audiences let in, less the audiences kept out, of the divisions it belongs to. */
export function PublicationFields(props: {
  value: ProductInput;
  disabled: boolean;
  set: (change: Partial<ProductInput>) => void;
}) {
  const { t } = useTranslation('catalog');
  const { value, set, disabled } = props;
  const audiences = useAudiences(useMay('audience.read'));
  const facts = useDealerFacts(useMay('dealer.read'));
  const named = (codes: string[]) => codes.map((code) => ({ code, name: code }));
  const pick = (
    key: 'allow' | 'deny' | 'divisions',
    options: { code: string; name: string }[] | undefined,
  ) => (
    <Field label={t(`publication.${key}`)} hint={t(`publication.${key}Hint`)} path={key}>
      {(control) => (
        <PickMany
          {...control}
          disabled={disabled}
          options={options ?? named(value[key])}
          value={value[key]}
          onChange={(codes) => set({ [key]: codes })}
        />
      )}
    </Field>
  );
  return (
    <div className={styles.fields}>
      {pick('allow', audiences.data)}
      {pick('deny', audiences.data)}
      {pick('divisions', facts.data?.divisions)}
    </div>
  );
}
