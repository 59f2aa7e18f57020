import { Icon } from '@qudao/shared/kit';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './company.module.css';

/** A page of the company: the way back, its title and the one thing to do at the top. */
export function CompanyPage(props: { title: string; action?: ReactNode; children: ReactNode }) {
  const { t } = useTranslation('portal');
  return (
    <div className={styles.page}>
      <header>
        <Link to="/mine" className={styles.back ?? ''}>
          <Icon name="back" size={16} />
          {t('mine.title')}
        </Link>
        <div className={styles.head}>
          <h1>{props.title}</h1>
          {props.action}
        </div>
      </header>
      {props.children}
    </div>
  );
}
