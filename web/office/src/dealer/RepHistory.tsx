import { QueryView, Section, When } from '@qudao/shared/kit';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Stacked } from '../kit/Cells';
import { useMay } from '../me';
import { useReps } from '../org/handoverdata';
import styles from './dealer.module.css';

/** Who looked after a dealer, from when to when. */
export function RepHistory({ dealer }: { dealer: string }) {
  const { t } = useTranslation('dealer');
  const mayOpen = useMay('staff.read');
  const query = useReps(dealer);
  return (
    <QueryView query={query}>
      {(terms) =>
        terms.length === 0 ? null : (
          <Section title={t('reps.title')}>
            <ul className={styles.because}>
              {terms.map((term) => (
                <li key={term.since}>
                  <Stacked
                    main={
                      mayOpen ? (
                        <Link to={`/staff/${term.rep.code}/rights`}>{term.rep.name}</Link>
                      ) : (
                        term.rep.name
                      )
                    }
                    sub={
                      <>
                        <When at={term.since} /> {t('reps.until')}{' '}
                        {term.until ? <When at={term.until} /> : t('reps.now')}
                        {term.reason && ` · ${term.reason}`}
                        {term.by && ` · ${term.by}`}
                      </>
                    }
                  />
                </li>
              ))}
            </ul>
          </Section>
        )
      }
    </QueryView>
  );
}
