import { QueryView, SkeletonBlock, When } from '@qudao/shared/kit';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useArrivals } from '../data/habit';
import styles from './home.module.css';
import { OrderSummary } from './OrderSummary';

const shown = 2;

/** The next arrivals: what is in them, who brings them, and by which number they are asked for. */
export function Arrivals() {
  const { t } = useTranslation('portal');
  const arrivals = useArrivals();
  return (
    <QueryView query={arrivals} skeleton={<SkeletonBlock height={168} />}>
      {(items) =>
        items.length === 0 ? (
          <p className={styles.none}>{t('home.noArrivals')}</p>
        ) : (
          <ul className={styles.arrivals}>
            {items.slice(0, shown).map((arrival) => (
              <li key={arrival.id}>
                <Link to={`/orders/${arrival.order}`}>
                  <span className={styles.carrier}>
                    <b>
                      {arrival.carrier} {arrival.tracking}
                    </b>
                    <small>
                      {t('home.shippedAt')} <When at={arrival.shipped_at} />
                    </small>
                  </span>
                  <OrderSummary order={arrival} />
                  <small>{t('home.arrivalOf', { number: arrival.order })}</small>
                </Link>
              </li>
            ))}
          </ul>
        )
      }
    </QueryView>
  );
}
