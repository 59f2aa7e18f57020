import { useKitText } from '../i18n';
import { Icon, type IconName } from '../kit';
import { type Appearance, appearances, chooseAppearance, useAppearance } from '../theme/appearance';
import styles from './layout.module.css';

const icons: Record<Appearance, IconName> = { system: 'screen', light: 'sun', dark: 'moon' };

/** Light, dark, or as the device is. */
export function AppearanceSwitch() {
  const t = useKitText();
  const now = useAppearance();
  return (
    <fieldset className={styles.appearances} aria-label={t('appearance.label')}>
      {appearances.map((one) => (
        <button
          key={one}
          type="button"
          aria-pressed={one === now}
          title={t(`appearance.${one}`)}
          onClick={() => chooseAppearance(one)}
        >
          <Icon name={icons[one]} size={16} />
          {t(`appearance.${one}`)}
        </button>
      ))}
    </fieldset>
  );
}
