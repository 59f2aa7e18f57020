import type { PriceList } from '@qudao/shared/api';
import { Tag, type Tone } from '@qudao/shared/kit';
import { useTranslation } from 'react-i18next';

type Now = 'active' | 'archived' | 'coming' | 'over';

const tones: Record<Now, Tone> = { active: 'done', archived: 'idle', coming: 'moving', over: 'idle' };

function nowOf({ state, valid_from, valid_to }: PriceList): Now {
  const now = Date.now();
  if (state === 'archived') {
    return 'archived';
  }
  if (valid_to && new Date(valid_to).getTime() <= now) {
    return 'over';
  }
  return valid_from && new Date(valid_from).getTime() > now ? 'coming' : 'active';
}

/** Whether a list takes part in pricing now: its state and its period together. */
export function ListTag({ list }: { list: PriceList }) {
  const { t } = useTranslation('pricing');
  const now = nowOf(list);
  return <Tag tone={tones[now]}>{t(`now.${now}`)}</Tag>;
}
