import { SearchBox, useUrlState } from '@qudao/shared/kit';
import { useLocation, useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';

/** The one search of the portal. On the catalogue it searches while typing; elsewhere Enter leads there. */
export function CatalogueSearch() {
  const { t } = useTranslation('portal');
  const navigate = useNavigate();
  const inCatalogue = useLocation({ select: (location) => location.pathname === '/catalogue' });
  const url = useUrlState();
  const search = (q: string) => {
    if (inCatalogue) {
      url.set({ q: q || undefined });
    } else if (q) {
      void navigate({ to: '/catalogue', search: { q } as never });
    }
  };
  return (
    <SearchBox
      large
      value={inCatalogue ? url.text('q') : ''}
      placeholder={t('catalogue.search')}
      onSearch={search}
      onEnterOnly={!inCatalogue}
    />
  );
}
