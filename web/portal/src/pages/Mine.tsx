import { Button, Facts, Icon, type IconName, QueryView, Section, useTitle } from '@qudao/shared/kit';
import { LanguageSwitch } from '@qudao/shared/layout';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useMe, useSignOut } from '../data/me';
import styles from './Mine.module.css';

/** The person and the company signed in, and the ways that have no tab of their own on a phone. */
export function Mine() {
  const { t } = useTranslation(['portal', 'kit']);
  const me = useMe();
  const signOut = useSignOut();
  useTitle(t('nav.mine'));
  const ways: { to: string; icon: IconName; label: string }[] = [
    { to: '/orders', icon: 'orders', label: t('orders.title') },
    { to: '/quick', icon: 'bolt', label: t('nav.quick') },
  ];
  return (
    <QueryView query={me}>
      {(data) => (
        <div className={styles.page}>
          <h1>{data.dealer.name}</h1>
          <nav className={styles.ways}>
            {ways.map((way) => (
              <Link key={way.to} to={way.to}>
                <Icon name={way.icon} size={20} />
                <span>{way.label}</span>
                <Icon name="chevronRight" size={16} />
              </Link>
            ))}
          </nav>
          <Section title={t('mine.company')}>
            <Facts
              items={[
                { label: t('mine.dealerCode'), value: data.dealer.code },
                { label: t('mine.level'), value: data.dealer.level.name },
                { label: t('mine.region'), value: data.dealer.region.name },
                { label: t('mine.person'), value: data.account.name },
                { label: t('signIn.username'), value: data.account.username },
              ]}
            />
          </Section>
          <Section title={t('kit:language.label')}>
            <LanguageSwitch />
          </Section>
          <Button icon="exit" wide onClick={() => void signOut()}>
            {t('kit:action.signOut')}
          </Button>
        </div>
      )}
    </QueryView>
  );
}
