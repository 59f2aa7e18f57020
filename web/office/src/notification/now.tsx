import type { Announcement } from '@qudao/shared/api';
import { Tag, type Tone } from '@qudao/shared/kit';
import { useTranslation } from 'react-i18next';

type Now = 'draft' | 'coming' | 'shown' | 'over' | 'withdrawn';

const tones: Record<Now, Tone> = {
  draft: 'waiting',
  coming: 'moving',
  shown: 'done',
  over: 'idle',
  withdrawn: 'idle',
};

/** What is shown to dealers by its state and for a period. */
type Timed = Pick<Announcement, 'state' | 'since' | 'until'>;

/** Whether dealers see it now: its state and its period together. */
export function nowOf({ state, since, until }: Timed, now = Date.now()): Now {
  if (state !== 'published') {
    return state;
  }
  if (until && new Date(until).getTime() <= now) {
    return 'over';
  }
  return since && new Date(since).getTime() > now ? 'coming' : 'shown';
}

export function NowTag({ announcement }: { announcement: Timed }) {
  const { t } = useTranslation('notification');
  const now = nowOf(announcement);
  return <Tag tone={tones[now]}>{t(`now.${now}`)}</Tag>;
}
