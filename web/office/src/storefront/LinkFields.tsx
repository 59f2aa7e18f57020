import { Field, SelectInput, TextInput } from '@qudao/shared/kit';
import { useTranslation } from 'react-i18next';
import { FindProduct, PickCategory } from '../catalog/pick';
import { Two } from '../kit/Page';
import type { BlockDraft } from './BlockForm';

const targets = ['', 'product', 'category', 'search', 'announcement'] as const;

/** Where a block leads: the kind of place, and which one. */
export function LinkFields({
  value,
  set,
}: {
  value: BlockDraft;
  set: (change: Partial<BlockDraft>) => void;
}) {
  const { t } = useTranslation('storefront');
  return (
    <Two>
      <Field label={t('word.link')} path="link.kind">
        {(control) => (
          <SelectInput
            {...control}
            value={value.linkKind}
            onChange={(event) => {
              const linkKind = targets.find((one) => one === event.target.value) ?? '';
              set({ linkKind, linkTo: '' });
            }}
          >
            {targets.map((target) => (
              <option key={target} value={target}>
                {t(`link.${target || 'none'}`)}
              </option>
            ))}
          </SelectInput>
        )}
      </Field>
      {value.linkKind && (
        <Field label={t(`link.${value.linkKind}`)} path="link.to">
          {(control) => {
            const to = { value: value.linkTo, onChange: (linkTo: string) => set({ linkTo }) };
            switch (value.linkKind) {
              case 'product':
                return <FindProduct {...control} {...to} />;
              case 'category':
                return (
                  <PickCategory
                    {...control}
                    required
                    value={to.value || undefined}
                    onChange={(code) => to.onChange(code ?? '')}
                  />
                );
              default:
                return (
                  <TextInput
                    {...control}
                    maxLength={100}
                    placeholder={t(value.linkKind === 'search' ? 'searchHint' : 'announcementHint')}
                    value={to.value}
                    onChange={(event) => to.onChange(event.target.value)}
                  />
                );
            }
          }}
        </Field>
      )}
    </Two>
  );
}
