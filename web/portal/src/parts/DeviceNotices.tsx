import { Notice } from '@qudao/shared/kit';
import { useTranslation } from 'react-i18next';
import { useInstalled, useOnline } from '../data/offline';
import styles from './device.module.css';

/** What the device has to say above a page: no network, or a newer version that waits. */
export function DeviceNotices() {
  const { t } = useTranslation('portal');
  const online = useOnline();
  const update = useInstalled();
  if (online && !update) {
    return null;
  }
  return (
    <div className={styles.notices}>
      {!online && <Notice tone="waiting">{t('offline.banner')}</Notice>}
      {update && (
        <Notice tone="moving">
          {t('offline.update')}{' '}
          <button type="button" onClick={update}>
            {t('offline.updateNow')}
          </button>
        </Notice>
      )}
    </div>
  );
}
