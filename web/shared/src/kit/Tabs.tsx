import { useKitText } from '../i18n';
import { Icon } from './icons';
import { formatQuantity } from './number';
import styles from './Tabs.module.css';

export interface Tab {
  value: string;
  label: string;
  count?: number | undefined;
  /** Takes the tab away; offered while it is open. */
  onRemove?: () => void;
}

/** Saved filters above a list. */
export function Tabs(props: { tabs: Tab[]; value: string; onChange: (value: string) => void }) {
  const t = useKitText();
  return (
    <div className={styles.tabs} role="tablist">
      {props.tabs.map((tab) => {
        const open = tab.value === props.value;
        return (
          <span key={tab.value} className={styles.place} role="presentation">
            <button
              type="button"
              role="tab"
              aria-selected={open}
              className={styles.tab}
              onClick={() => props.onChange(tab.value)}
            >
              {tab.label}
              {tab.count !== undefined && tab.count > 0 && <span>{formatQuantity(tab.count)}</span>}
            </button>
            {open && tab.onRemove && (
              <button
                type="button"
                className={styles.remove}
                aria-label={t('list.removeView', { name: tab.label })}
                title={t('list.removeView', { name: tab.label })}
                onClick={tab.onRemove}
              >
                <Icon name="close" size={14} />
              </button>
            )}
          </span>
        );
      })}
    </div>
  );
}
