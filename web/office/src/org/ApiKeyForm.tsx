import type { NewApiKey } from '@qudao/shared/api';
import { Button, Dialog, Field, Notice, TextInput, toast } from '@qudao/shared/kit';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Check } from '../kit/Check';
import { Day } from '../kit/Days';
import { endAfter } from '../kit/day';
import { useDraft } from '../kit/draft';
import { FormPanel } from '../kit/Panel';
import { useWords } from '../words';
import { scopes, useScopeName } from './ApiKeys';
import { useCreateApiKey } from './data';
import styles from './org.module.css';

const nothing = { name: '', scopes: [] as string[], expires: '', addresses: '' };

/** Makes a key for a program. The key itself is shown once, and never again. */
export function ApiKeyForm(props: { open: boolean; onClose: () => void }) {
  const { t } = useTranslation('org');
  const w = useWords();
  const scopeName = useScopeName();
  const [made, setMade] = useState<NewApiKey>();
  const draft = useDraft(nothing);
  const { value, set } = draft;
  const close = () => {
    draft.reset();
    create.reset();
    props.onClose();
  };
  const create = useCreateApiKey((key) => {
    close();
    setMade(key);
  });
  const addresses = value.addresses.split(/[\s,，、]+/).filter(Boolean);
  const submit = () =>
    create.mutate({
      name: value.name.trim(),
      scopes: value.scopes,
      ...(value.expires ? { expires_at: endAfter(value.expires) } : {}),
      ...(addresses.length > 0 ? { addresses } : {}),
    });
  return (
    <>
      <FormPanel
        open={props.open}
        title={t('keys.create')}
        verb={t('keys.make')}
        onClose={close}
        onSubmit={submit}
        busy={create.isPending}
        disabled={value.name.trim() === '' || value.scopes.length === 0}
        error={create.error}
        dirty={draft.dirty}
      >
        <Field label={w('word.name')} path="name" hint={t('keys.nameHint')}>
          {(control) => (
            <TextInput
              {...control}
              value={value.name}
              onChange={(event) => set({ name: event.target.value })}
            />
          )}
        </Field>
        <Field label={t('keys.scopes')} path="scopes" hint={t('keys.scopesHint')}>
          {(control) => (
            <fieldset className={styles.scopes} {...control}>
              {scopes.map((scope) => (
                <Check
                  key={scope}
                  checked={value.scopes.includes(scope)}
                  onChange={(on) =>
                    set({ scopes: scopes.filter((one) => (one === scope ? on : value.scopes.includes(one))) })
                  }
                >
                  {scopeName(scope)}
                </Check>
              ))}
            </fieldset>
          )}
        </Field>
        <Field label={t('keys.expires')} path="expires_at" optional>
          {(control) => (
            <Day
              {...control}
              value={value.expires}
              placeholder={t('keys.never')}
              onChange={(expires) => set({ expires })}
            />
          )}
        </Field>
        <Field label={t('keys.addresses')} path="addresses" hint={t('keys.addressesHint')} optional>
          {(control) => (
            <TextInput
              {...control}
              value={value.addresses}
              onChange={(event) => set({ addresses: event.target.value })}
            />
          )}
        </Field>
      </FormPanel>
      <Shown made={made} onClose={() => setMade(undefined)} />
    </>
  );
}

/** The new key. It stays until the person says that it is kept: closed by mistake it would be lost for good. */
function Shown({ made, onClose }: { made: NewApiKey | undefined; onClose: () => void }) {
  const { t } = useTranslation('org');
  const w = useWords();
  const [round, setRound] = useState(0);
  const copy = () => {
    void navigator.clipboard?.writeText(made?.key ?? '').then(() => toast(w('said.copied')));
  };
  return (
    <Dialog
      key={round}
      open={made !== undefined}
      title={t('keys.madeTitle', { name: made?.name ?? '' })}
      onClose={() => made && setRound(round + 1)}
      footer={
        <>
          {'clipboard' in navigator && (
            <Button icon="copy" onClick={copy}>
              {w('verb.copy')}
            </Button>
          )}
          <Button kind="primary" onClick={onClose}>
            {t('keys.kept')}
          </Button>
        </>
      }
    >
      <Notice tone="waiting">{t('keys.once')}</Notice>
      <p className={styles.key}>{made?.key}</p>
    </Dialog>
  );
}
