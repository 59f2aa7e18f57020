import { Button, Facts, Icon, type IconName, QueryView, Section, useTitle } from '@qudao/shared/kit';
import { AppearanceSwitch, LanguageSwitch } from '@qudao/shared/layout';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useMe, useSignOut } from '../data/me';
import styles from './Mine.module.css';

/** The company and the person signed in: addresses, accounts, password, and what has no tab of its own on a phone. */
export function Mine() {
  const { t } = useTranslation(['portal', 'kit']);
  const me = useMe();
  const signOut = useSignOut();
  useTitle(t('mine.title'));
  const ways: { to: string; icon: IconName; label: string }[] = [
    { to: '/orders', icon: 'orders', label: t('orders.title') },
    { to: '/lists', icon: 'list', label: t('lists.title') },
    { to: '/mine/addresses', icon: 'pin', label: t('mine.addresses') },
    { to: '/mine/accounts', icon: 'people', label: t('mine.accounts') },
    { to: '/mine/password', icon: 'key', label: t('mine.password') },
    { to: '/mine/security', icon: 'shield', label: t('kit:security.title') },
  ];
  return (
    <QueryView query={me}>
      {(data) => (
        <div className={styles.page}>
          <header>
            <h1>{data.dealer.name}</h1>
            <p className={styles.soft}>
              {data.account.name} · {t(`company.role.${data.account.role}`)}
            </p>
          </header>
          <nav className={styles.ways} aria-label={t('mine.title')}>
            {ways.map((way) => (
              <Link key={way.to} to={way.to}>
                <Icon name={way.icon} size={20} />
                <span>{way.label}</span>
                <Icon name="chevronRight" size={16} />
              </Link>
            ))}
          </nav>
          <div className={styles.facts}>
            <Section title={t('mine.company')}>
              <Facts
                items={[
                  { label: t('mine.dealerCode'), value: data.dealer.code },
                  { label: t('mine.level'), value: data.dealer.level.name },
                  { label: t('mine.region'), value: data.dealer.region.name },
                ]}
              />
            </Section>
            <Section title={t('mine.me')}>
              <Facts
                items={[
                  { label: t('mine.person'), value: data.account.name },
                  { label: t('signIn.username'), value: data.account.username },
                  { label: t('kit:language.label'), value: <LanguageSwitch /> },
                  { label: t('kit:appearance.label'), value: <AppearanceSwitch /> },
                ]}
              />
            </Section>
          </div>
          <Button icon="exit" onClick={() => void signOut()}>
            {t('kit:action.signOut')}
          </Button>
        </div>
      )}
    </QueryView>
  );
}
