import { asProblem, Problem, type Template, type TemplateAttribute } from '@qudao/shared/api';
import {
  Button,
  DocumentPage,
  ErrorState,
  IconButton,
  QueryView,
  Section,
  TextInput,
} from '@qudao/shared/kit';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { usePart } from '../address';
import { Check } from '../kit/Check';
import { CodeName, tidy, unnamed } from '../kit/CodeName';
import { useDraft } from '../kit/draft';
import { Two } from '../kit/Page';
import { PickOne } from '../kit/Pick';
import { SavedForm } from '../kit/SavedForm';
import { useTyped } from '../kit/typed';
import { useMay } from '../me';
import { useWords } from '../words';
import styles from './catalog.module.css';
import { useSaveTemplate, useTemplates } from './data';

/** One template: the attributes in the order in which pages show them. */
export function TemplatePage() {
  const code = usePart('code');
  const query = useTemplates();
  return (
    <QueryView query={query}>
      {(templates) => {
        const template = templates.find((one) => one.code === code);
        return template ? (
          <Editor template={template} />
        ) : (
          <ErrorState error={new Problem(404, 'not_found', '')} />
        );
      }}
    </QueryView>
  );
}

export function NewTemplate() {
  return <Editor />;
}

const kinds = ['enum', 'number', 'text'] as const;
const fresh: TemplateAttribute = {
  code: '',
  name: '',
  kind: 'enum',
  unit: '',
  values: [],
  required: false,
  facet: true,
  axis: false,
};

function draftOf(template: Template | undefined) {
  return {
    code: template?.code ?? '',
    name: template?.name ?? '',
    attributes: (template?.attributes ?? []).map((one) => ({ ...fresh, ...one })),
  };
}

function Editor({ template }: { template?: Template }) {
  const { t } = useTranslation('catalog');
  const w = useWords();
  const navigate = useNavigate();
  const mayEdit = useMay('product.edit');
  const save = useSaveTemplate(template, w(template ? 'said.saved' : 'said.created'), (saved) => {
    if (!template) {
      void navigate({ to: `/templates/${saved.code}`, replace: true, ignoreBlocker: true });
    }
  });
  const draft = useDraft(draftOf(template), { version: template?.version ?? 0, error: save.error });
  const { value, set } = draft;
  const submit = () => save.mutate({ input: tidy(value), version: draft.version });
  const problem = save.error ? asProblem(save.error) : undefined;
  const attributes = (next: TemplateAttribute[]) =>
    set({ attributes: next.map((one) => ({ ...fresh, ...one })) });
  return (
    <DocumentPage
      back={{ to: '/templates', label: t('templates.title') }}
      title={template?.name ?? t('templates.create')}
      printable={template !== undefined}
      meta={template && <span>{template.code}</span>}
    >
      <SavedForm
        label={t('templates.title')}
        keep={`template.${template?.code ?? ''}`}
        draft={draft}
        saving={save}
        disabled={unnamed(value)}
        fixed={!mayEdit}
        onSave={submit}
      >
        <Section>
          <Two>
            <CodeName value={value} set={set} fresh={!template} disabled={!mayEdit} />
          </Two>
        </Section>
        <Section title={t('templates.attributes')}>
          <div className={styles.attributes}>
            {value.attributes.map((attribute, i) => (
              <AttributeRow
                // biome-ignore lint/suspicious/noArrayIndexKey: the place of an attribute is its identity
                key={i}
                attribute={attribute}
                disabled={!mayEdit}
                wrong={problem?.under(`attributes[${i}]`).map((one) => one.detail) ?? []}
                onChange={(next) => attributes(value.attributes.map((one, at) => (at === i ? next : one)))}
                onRemove={() => attributes(value.attributes.filter((_, at) => at !== i))}
              />
            ))}
            {mayEdit && (
              <div>
                <Button icon="plus" onClick={() => attributes([...value.attributes, fresh])}>
                  {t('templates.add')}
                </Button>
              </div>
            )}
          </div>
        </Section>
      </SavedForm>
    </DocumentPage>
  );
}

const noValues: string[] = [];
const writeValues = (values: string[]) => values.join('、');
const readValues = (text: string) =>
  text
    .split(/[,，、;；]/)
    .map((one) => one.trim())
    .filter(Boolean);

function AttributeRow(props: {
  attribute: TemplateAttribute;
  disabled: boolean;
  wrong: string[];
  onChange: (attribute: TemplateAttribute) => void;
  onRemove: () => void;
}) {
  const { t } = useTranslation('catalog');
  const w = useWords();
  const { attribute, disabled } = props;
  const change = (part: Partial<TemplateAttribute>) => props.onChange({ ...attribute, ...part });
  const values = useTyped(attribute.values ?? noValues, writeValues, readValues, noValues);
  const text = (key: 'code' | 'name' | 'unit', label: string) => (
    <TextInput
      disabled={disabled}
      aria-label={label}
      placeholder={label}
      value={attribute[key] ?? ''}
      onChange={(event) => change({ [key]: event.target.value })}
    />
  );
  return (
    <div className={styles.attribute}>
      {text('code', w('word.code'))}
      {text('name', w('word.name'))}
      <PickOne
        required
        disabled={disabled}
        label={t('templates.kind')}
        options={kinds.map((kind) => ({ code: kind, name: t(`kind.${kind}`) }))}
        value={attribute.kind}
        onChange={(kind) => change({ kind: kind as TemplateAttribute['kind'] })}
      />
      {attribute.kind === 'enum' ? (
        <TextInput
          disabled={disabled}
          aria-label={t('templates.values')}
          placeholder={t('templates.values')}
          value={values.typed}
          onChange={(event) => values.type(event.target.value, (next) => change({ values: next }))}
        />
      ) : (
        text('unit', w('word.unit'))
      )}
      <span className={styles.flags}>
        {(['required', 'facet', 'axis'] as const).map((flag) => (
          <Check
            key={flag}
            disabled={disabled}
            checked={attribute[flag]}
            onChange={(on) => change({ [flag]: on })}
          >
            {t(`templates.${flag}`)}
          </Check>
        ))}
      </span>
      {!disabled && <IconButton icon="trash" label={t('templates.remove')} onClick={props.onRemove} />}
      {props.wrong.map((detail) => (
        <p key={detail} className={styles.wrong} role="alert">
          {detail}
        </p>
      ))}
    </div>
  );
}
