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

/** Whether dealers see an announcement now: its state and its period together. */
export function nowOf({ state, since, until }: Announcement, now = Date.now()): Now {
  if (state !== 'published') {
    return state;
  }
  if (until && new Date(until).getTime() <= now) {
    return 'over';
  }
  return since && new Date(since).getTime() > now ? 'coming' : 'shown';
}

export function NowTag({ announcement }: { announcement: Announcement }) {
  const { t } = useTranslation('notification');
  const now = nowOf(announcement);
  return <Tag tone={tones[now]}>{t(`now.${now}`)}</Tag>;
}
