import type { DealerLevel, Named } from '@qudao/shared/api';
import { Field, TextInput } from '@qudao/shared/kit';
import { useTranslation } from 'react-i18next';
import { useDraft } from '../kit/draft';
import { NumberInput } from '../kit/NumberInput';
import { FormPanel } from '../kit/Panel';
import { useWords } from '../words';
import { useSaveLevel, useSaveTag } from './facts';

interface Opened<Fact> {
  /** The one to change; none makes a new one. */
  fact: Fact | undefined;
  /** Codes that a new one cannot have. */
  taken: readonly string[];
  onClose: () => void;
}

/** A level of dealers: its name, and where it stands among the others. */
export function LevelPanel({ next, ...opened }: Opened<DealerLevel> & { next: number }) {
  const { t } = useTranslation('dealer');
  const w = useWords();
  const { fact } = opened;
  const save = useSaveLevel(w(fact ? 'said.saved' : 'said.created'), opened.onClose);
  return (
    <FactPanel
      {...opened}
      title={t(fact ? 'facts.editLevel' : 'facts.newLevel')}
      rank={fact?.rank ?? next}
      save={save}
      onSubmit={save.mutate}
    />
  );
}

/** A tag that dealers may have. */
export function TagPanel(opened: Opened<Named>) {
  const { t } = useTranslation('dealer');
  const w = useWords();
  const save = useSaveTag(w(opened.fact ? 'said.saved' : 'said.created'), opened.onClose);
  return (
    <FactPanel
      {...opened}
      title={t(opened.fact ? 'facts.editTag' : 'facts.newTag')}
      save={save}
      onSubmit={save.mutate}
    />
  );
}

function FactPanel(
  props: Opened<Named> & {
    title: string;
    /** Of levels only. */
    rank?: number;
    save: { isPending: boolean; error: unknown };
    onSubmit: (fact: DealerLevel) => void;
  },
) {
  const { t } = useTranslation('dealer');
  const w = useWords();
  const { fact } = props;
  const draft = useDraft({
    code: fact?.code ?? '',
    name: fact?.name ?? '',
    rank: props.rank as number | undefined,
  });
  const { value, set } = draft;
  const code = value.code.trim();
  const taken = !fact && props.taken.includes(code);
  const ranked = props.rank !== undefined;
  return (
    <FormPanel
      open
      title={props.title}
      onClose={props.onClose}
      onSubmit={() => props.onSubmit({ code, name: value.name.trim(), rank: value.rank ?? 0 })}
      busy={props.save.isPending}
      disabled={code === '' || value.name.trim() === '' || taken || (ranked && value.rank === undefined)}
      error={props.save.error}
      dirty={draft.dirty}
    >
      {!fact && (
        <Field label={w('word.code')} path="code" {...(taken ? { error: t('facts.taken') } : {})}>
          {(control) => (
            <TextInput
              {...control}
              value={value.code}
              onChange={(event) => set({ code: event.target.value })}
            />
          )}
        </Field>
      )}
      <Field label={w('word.name')} path="name">
        {(control) => (
          <TextInput
            {...control}
            value={value.name}
            onChange={(event) => set({ name: event.target.value })}
          />
        )}
      </Field>
      {ranked && (
        <Field label={t('facts.rank')} path="rank" hint={t('facts.rankHint')}>
          {(control) => <NumberInput {...control} value={value.rank} onChange={(rank) => set({ rank })} />}
        </Field>
      )}
    </FormPanel>
  );
}
