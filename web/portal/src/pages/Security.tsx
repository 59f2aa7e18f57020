import { DevicesSection, EmailSection } from '@qudao/shared/identity';
import { useTitle } from '@qudao/shared/kit';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { security } from '../data/security';
import { CompanyPage } from '../parts/CompanyPage';

/** Where letters to oneself go, and where one is signed in. */
export function Security() {
  const { t } = useTranslation('kit');
  const navigate = useNavigate();
  useTitle(t('security.title'));
  return (
    <CompanyPage title={t('security.title')}>
      <EmailSection calls={security} />
      <DevicesSection calls={security} onEnded={() => void navigate({ to: '/signin' })} />
    </CompanyPage>
  );
}
