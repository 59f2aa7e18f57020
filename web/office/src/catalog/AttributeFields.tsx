import type { TemplateAttribute } from '@qudao/shared/api';
import { Field, TextInput } from '@qudao/shared/kit';
import { useTranslation } from 'react-i18next';
import { PickOne } from '../kit/Pick';
import styles from './catalog.module.css';

/** The values of attributes as their template wants them: one of a list, a number with its unit, or text. */
export function AttributeFields(props: {
  attributes: readonly TemplateAttribute[];
  values: Record<string, string>;
  /** Where the values stand in the request, for what the server says about them. */
  path: string;
  disabled?: boolean;
  /** In a narrow place: two beside each other. */
  pair?: boolean;
  onChange: (values: Record<string, string>) => void;
}) {
  const { t } = useTranslation('catalog');
  const set = (code: string, value: string) => {
    const { [code]: _, ...rest } = props.values;
    props.onChange(value === '' ? rest : { ...rest, [code]: value });
  };
  return (
    <div className={props.pair ? styles.pair : styles.fields}>
      {props.attributes.map((attribute) => {
        const value = props.values[attribute.code] ?? '';
        return (
          <Field
            key={attribute.code}
            label={
              attribute.unit
                ? t('attributes.withUnit', { name: attribute.name, unit: attribute.unit })
                : attribute.name
            }
            path={`${props.path}.${attribute.code}`}
            optional={!attribute.required}
          >
            {(control) =>
              attribute.kind === 'enum' && (attribute.values ?? []).length > 0 ? (
                <PickOne
                  {...control}
                  disabled={props.disabled ?? false}
                  options={(attribute.values ?? []).map((one) => ({ code: one, name: one }))}
                  value={value}
                  onChange={(next) => set(attribute.code, next)}
                />
              ) : (
                <TextInput
                  {...control}
                  inputMode={attribute.kind === 'number' ? 'decimal' : 'text'}
                  value={value}
                  onChange={(event) => set(attribute.code, event.target.value)}
                />
              )
            }
          </Field>
        );
      })}
    </div>
  );
}
