import type { Dealer } from '@qudao/shared/api';
import { Field, TextInput } from '@qudao/shared/kit';
import { useTranslation } from 'react-i18next';
import { useDraft } from '../kit/draft';
import { FormPanel } from '../kit/Panel';
import { useWords } from '../words';
import { useCreateAccount } from './data';

const nothing = { username: '', name: '', password: '' };

/** A master account for a dealer; the dealer makes the others itself. */
export function AccountForm(props: { dealer: Dealer; open: boolean; onClose: () => void }) {
  const { t } = useTranslation('dealer');
  const w = useWords();
  const draft = useDraft(nothing);
  const close = () => {
    draft.reset();
    create.reset();
    props.onClose();
  };
  const create = useCreateAccount(props.dealer.code, w('said.created'), () => close());
  const { value, set } = draft;
  return (
    <FormPanel
      open={props.open}
      title={t('account.title')}
      onClose={close}
      onSubmit={() => create.mutate({ ...value, username: value.username.trim(), name: value.name.trim() })}
      busy={create.isPending}
      error={create.error}
      dirty={draft.dirty}
    >
      <Field label={t('account.name')} path="name">
        {(control) => (
          <TextInput
            {...control}
            value={value.name}
            onChange={(event) => set({ name: event.target.value })}
          />
        )}
      </Field>
      <Field label={w('word.username')} path="username" hint={t('account.usernameHint')}>
        {(control) => (
          <TextInput
            {...control}
            autoCapitalize="none"
            value={value.username}
            onChange={(event) => set({ username: event.target.value })}
          />
        )}
      </Field>
      <Field label={t('account.password')} path="password" hint={t('account.passwordHint')}>
        {(control) => (
          <TextInput
            {...control}
            autoComplete="new-password"
            value={value.password}
            onChange={(event) => set({ password: event.target.value })}
          />
        )}
      </Field>
    </FormPanel>
  );
}
