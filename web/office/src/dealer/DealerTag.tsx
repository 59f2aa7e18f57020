import type { DealerState } from '@qudao/shared/api';
import { Tag, type Tone } from '@qudao/shared/kit';
import { useTranslation } from 'react-i18next';

const tones: Record<DealerState, Tone> = { active: 'done', frozen: 'waiting', closed: 'idle' };

/** A dealer's state: may order, may not for now, or no longer. */
export function DealerTag({ state }: { state: DealerState }) {
  const { t } = useTranslation('dealer');
  return <Tag tone={tones[state] ?? 'idle'}>{t(`state.${state}`)}</Tag>;
}

export const dealerStates: readonly DealerState[] = ['active', 'frozen', 'closed'];
