import type { Named, OfficeCategory, ProductInput } from '@qudao/shared/api';
import { Field, TextArea, TextInput } from '@qudao/shared/kit';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { PickNode, PickOne } from '../kit/Pick';
import { treeOf } from '../kit/tree';
import { useWords } from '../words';
import styles from './catalog.module.css';
import { useCategories, useTemplates } from './data';

const seriesLevel = 4;

/** Categories down to the third level; the fourth are series of the category above them. */
function useShelves(category: string): { tree: ReturnType<typeof treeOf<string>>; series: Named[] } {
  const all = useCategories().data;
  return useMemo(() => {
    const list: OfficeCategory[] = all ?? [];
    return {
      tree: treeOf(list.filter((one) => one.level < seriesLevel)),
      series: list.filter((one) => one.level === seriesLevel && one.parent === category),
    };
  }, [all, category]);
}

/** What a product is. Its code is given once. */
export function BaseFields(props: {
  fresh: boolean;
  disabled: boolean;
  value: ProductInput;
  set: (change: Partial<ProductInput>) => void;
}) {
  const { t } = useTranslation('catalog');
  const w = useWords();
  const { value, set, disabled } = props;
  const templates = useTemplates();
  const { tree, series } = useShelves(value.category);
  const text = (key: 'code' | 'name' | 'unit', label: string, hint?: string) => (
    <Field label={label} path={key} hint={hint}>
      {(control) => (
        <TextInput {...control} value={value[key]} onChange={(event) => set({ [key]: event.target.value })} />
      )}
    </Field>
  );
  return (
    <div className={styles.fields}>
      {props.fresh && text('code', w('word.code'), t('base.codeHint'))}
      {text('name', w('word.name'))}
      <Field label={w('word.category')} path="category">
        {(control) => (
          <PickNode
            {...control}
            required
            disabled={disabled}
            tree={tree}
            value={value.category || undefined}
            onChange={(category) => set({ category: category ?? '', series: '' })}
          />
        )}
      </Field>
      <Field label={w('word.series')} path="series" optional>
        {(control) => (
          <PickOne
            {...control}
            disabled={disabled || series.length === 0}
            placeholder={value.category && series.length === 0 ? t('base.noSeries') : ''}
            options={series}
            value={value.series}
            onChange={(code) => set({ series: code })}
          />
        )}
      </Field>
      <Field label={t('base.template')} path="template" hint={t('base.templateHint')}>
        {(control) => (
          <PickOne
            {...control}
            disabled={disabled}
            options={templates.data ?? []}
            value={value.template}
            onChange={(template) => set({ template })}
          />
        )}
      </Field>
      {text('unit', w('word.unit'), t('base.unitHint'))}
      <div className={styles.wide}>
        <Field label={t('base.description')} path="description" optional>
          {(control) => (
            <TextArea
              {...control}
              rows={4}
              value={value.description}
              onChange={(event) => set({ description: event.target.value })}
            />
          )}
        </Field>
      </div>
    </div>
  );
}
