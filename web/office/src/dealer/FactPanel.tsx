import type { DealerLevel, Named } from '@qudao/shared/api';
import { Field } from '@qudao/shared/kit';
import { useTranslation } from 'react-i18next';
import { NamedPanel } from '../kit/CodeName';
import { NumberInput } from '../kit/NumberInput';
import { useWords } from '../words';
import { useSaveLevel, useSaveTag } from './facts';

interface Opened<Fact> {
  /** The one to change; none makes a new one. */
  fact: Fact | undefined;
  /** Codes that a new one cannot have. */
  taken: readonly string[];
  onClose: () => void;
}

/** Says so where a code is taken already. */
function useTaken(taken: readonly string[]): (code: string) => string | undefined {
  const { t } = useTranslation('dealer');
  return (code) => (taken.includes(code) ? t('facts.taken') : undefined);
}

interface RankedDraft extends Named {
  rank: number | undefined;
}

/** A level of dealers: its name, and where it stands among the others. */
export function LevelPanel({ fact, taken, onClose, next }: Opened<DealerLevel> & { next: number }) {
  const { t } = useTranslation('dealer');
  const w = useWords();
  const save = useSaveLevel(w(fact ? 'said.saved' : 'said.created'), onClose);
  const stored: RankedDraft = {
    code: fact?.code ?? '',
    name: fact?.name ?? '',
    rank: fact?.rank ?? next,
  };
  return (
    <NamedPanel
      title={t(fact ? 'facts.editLevel' : 'facts.newLevel')}
      stored={stored}
      save={save}
      onSubmit={({ rank, ...named }) => save.mutate({ ...named, rank: rank ?? 0 })}
      onClose={onClose}
      wrongCode={useTaken(taken)}
      incomplete={({ rank }) => rank === undefined}
    >
      {(value, set) => (
        <Field label={t('facts.rank')} path="rank" hint={t('facts.rankHint')}>
          {(control) => <NumberInput {...control} value={value.rank} onChange={(rank) => set({ rank })} />}
        </Field>
      )}
    </NamedPanel>
  );
}

/** A tag that dealers may have. */
export function TagPanel({ fact, taken, onClose }: Opened<Named>) {
  const { t } = useTranslation('dealer');
  const w = useWords();
  const save = useSaveTag(w(fact ? 'said.saved' : 'said.created'), onClose);
  return (
    <NamedPanel
      title={t(fact ? 'facts.editTag' : 'facts.newTag')}
      stored={{ code: fact?.code ?? '', name: fact?.name ?? '' }}
      save={save}
      onSubmit={save.mutate}
      onClose={onClose}
      wrongCode={useTaken(taken)}
    />
  );
}
