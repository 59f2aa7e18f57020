import { useEffect, useState } from 'react';
import { useLanguage } from '../i18n';
import { exactTime, sayTime } from './time';

/** A moment: relative when near, exact on hover. It keeps itself current. */
export function When({ at }: { at: string }) {
  const language = useLanguage();
  const [now, setNow] = useState(() => new Date());
  useEffect(() => {
    const timer = setInterval(() => setNow(new Date()), 60_000);
    return () => clearInterval(timer);
  }, []);
  return (
    <time dateTime={at} title={exactTime(at)} style={{ whiteSpace: 'nowrap' }}>
      {sayTime(at, now, language)}
    </time>
  );
}
