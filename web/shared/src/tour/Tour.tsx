import { useCallback, useEffect, useId, useLayoutEffect, useRef, useState } from 'react';
import { useKitText } from '../i18n';
import { Button, IconButton } from '../kit';
import { type Box, besides, placeOf, type TourStep } from './steps';
import styles from './tour.module.css';

/**
 * Leads over the page, place by place. Enter and the right arrow go on, the left arrow goes back, Escape ends
 * it. Places that are not on this page, or not for this person, are left out.
 */
export function Tour({ steps, onEnd }: { steps: readonly TourStep[]; onEnd: () => void }) {
  const t = useKitText();
  const title = useId();
  const card = useRef<HTMLDialogElement>(null);
  const [present] = useState(() => steps.filter((step) => placeOf(step) !== undefined));
  const [now, setNow] = useState(0);
  const [box, setBox] = useState<Box>();
  const [at, setAt] = useState<{ top: number; left: number }>();
  const step = present[now];

  const measure = useCallback(() => {
    const place = step && placeOf(step)?.getBoundingClientRect();
    const size = card.current?.getBoundingClientRect();
    if (place && size) {
      setBox({ top: place.top, left: place.left, width: place.width, height: place.height });
      setAt(besides(place, size, { width: window.innerWidth, height: window.innerHeight }));
    }
  }, [step]);
  useLayoutEffect(() => {
    if (step) {
      placeOf(step)?.scrollIntoView({ block: 'nearest' });
      measure();
    }
  }, [step, measure]);
  useEffect(() => {
    const dialog = card.current;
    dialog?.showModal();
    return () => dialog?.close();
  }, []);
  useEffect(() => {
    measure();
    window.addEventListener('resize', measure);
    return () => window.removeEventListener('resize', measure);
  }, [measure]);
  // The way on has the focus at each step, so that Enter goes on.
  // biome-ignore lint/correctness/useExhaustiveDependencies: at each step
  useEffect(() => {
    card.current?.querySelector<HTMLElement>('[data-next]')?.focus();
  }, [now]);
  useEffect(() => {
    if (!step) {
      onEnd();
    }
  }, [step, onEnd]);

  if (!step) {
    return null;
  }
  const last = now === present.length - 1;
  return (
    <dialog
      ref={card}
      className={styles.card}
      style={at ?? { opacity: 0 }}
      aria-labelledby={title}
      onCancel={(event) => {
        event.preventDefault();
        onEnd();
      }}
      onKeyDown={(event) => {
        if (event.key === 'ArrowRight' && !last) {
          setNow(now + 1);
        } else if (event.key === 'ArrowLeft' && now > 0) {
          setNow(now - 1);
        }
      }}
    >
      {box && <span className={styles.light} style={box} aria-hidden="true" />}
      <div className={styles.words}>
        <header className={styles.head}>
          <h2 id={title}>{step.title}</h2>
          <IconButton icon="close" size={28} label={t('tour.end')} onClick={onEnd} />
        </header>
        <p className={styles.text} aria-live="polite">
          {step.text}
        </p>
        <footer className={styles.foot}>
          <span>{t('tour.progress', { now: now + 1, of: present.length })}</span>
          {now > 0 && (
            <Button size="small" kind="quiet" onClick={() => setNow(now - 1)}>
              {t('tour.back')}
            </Button>
          )}
          <Button size="small" kind="primary" data-next onClick={() => (last ? onEnd() : setNow(now + 1))}>
            {last ? t('tour.done') : t('tour.next')}
          </Button>
        </footer>
      </div>
    </dialog>
  );
}
