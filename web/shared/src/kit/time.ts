import i18next from 'i18next';
import type { Language } from '../i18n';

/** Business days are cut here; the server cuts them in the same zone. */
export const zone = 'Asia/Shanghai';

function parts(at: Date): { day: string; year: string; time: string; full: string } {
  const [day = '', time = ''] = new Intl.DateTimeFormat('sv-SE', {
    timeZone: zone,
    dateStyle: 'short',
    timeStyle: 'medium',
  })
    .format(at)
    .split(' ');
  return { day, year: day.slice(0, 4), time: time.slice(0, 5), full: `${day} ${time}` };
}

/** The exact time, for a tooltip and for print. */
export function exactTime(iso: string): string {
  return parts(new Date(iso)).full;
}

/** The business day of a moment, as yyyy-mm-dd. */
export function businessDay(at: Date): string {
  return parts(at).day;
}

/** A time as people say it: relative when near, a date when far. */
export function sayTime(iso: string, now: Date, language: Language): string {
  const at = new Date(iso);
  if (Number.isNaN(at.getTime())) {
    return iso;
  }
  const t = i18next.getFixedT(language, 'kit');
  const minutes = Math.round((now.getTime() - at.getTime()) / 60_000);
  if (minutes >= 0 && minutes < 1) {
    return t('time.now');
  }
  if (minutes > 0 && minutes < 60) {
    return t('time.minutes', { count: minutes });
  }
  if (minutes < 0 && minutes > -60) {
    return t('time.inMinutes', { count: -minutes });
  }
  const then = parts(at);
  const dayMs = 86_400_000;
  if (then.day === parts(now).day) {
    return t('time.today', { time: then.time });
  }
  if (then.day === parts(new Date(now.getTime() - dayMs)).day) {
    return t('time.yesterday', { time: then.time });
  }
  if (then.day === parts(new Date(now.getTime() + dayMs)).day) {
    return t('time.tomorrow', { time: then.time });
  }
  return then.year === parts(now).year ? `${then.day.slice(5)} ${then.time}` : then.day;
}
