import { languages, switchLanguage, useKitText, useLanguage } from '../i18n';
import styles from './layout.module.css';

/** Chinese and English, each under its own name. */
export function LanguageSwitch() {
  const t = useKitText();
  const now = useLanguage();
  return (
    <fieldset className={styles.languages} aria-label={t('language.label')}>
      {languages.map((language) => (
        <button
          key={language}
          type="button"
          aria-pressed={language === now}
          onClick={() => void switchLanguage(language)}
        >
          {t(`language.${language}`)}
        </button>
      ))}
    </fieldset>
  );
}
