import { lazy, Suspense, useCallback, useState } from 'react';
import { useKitText } from '../i18n';
import { Button } from '../kit';
import { rememberTour, seenTour, type TourStep } from './steps';
import styles from './tour.module.css';

const Tour = lazy(() => import('./Tour').then((file) => ({ default: file.Tour })));

export interface TourPlan {
  /** What is remembered of it on this device: portal, office. */
  name: string;
  steps: readonly TourStep[];
}

/** A tour: offered once, in a corner, and to be had again from the menu. */
export function useTour(plan: TourPlan | undefined) {
  const [state, setState] = useState<'offered' | 'led' | 'over'>(() =>
    plan && !seenTour(plan.name) ? 'offered' : 'over',
  );
  const name = plan?.name ?? '';
  const end = useCallback(() => {
    rememberTour(name);
    setState('over');
  }, [name]);
  return { state, start: () => setState('led'), end };
}

export function TourOffer({ plan, tour }: { plan: TourPlan; tour: ReturnType<typeof useTour> }) {
  const t = useKitText();
  if (tour.state === 'led') {
    return (
      <Suspense>
        <Tour steps={plan.steps} onEnd={tour.end} />
      </Suspense>
    );
  }
  return tour.state === 'offered' ? (
    <aside className={styles.offer} aria-label={t('tour.offer')} data-no-print>
      <h2>{t('tour.offer')}</h2>
      <p>{t('tour.offerHint', { count: plan.steps.length })}</p>
      <div>
        <Button size="small" kind="quiet" onClick={tour.end}>
          {t('tour.no')}
        </Button>
        <Button size="small" kind="primary" onClick={tour.start}>
          {t('tour.yes')}
        </Button>
      </div>
    </aside>
  ) : null;
}
