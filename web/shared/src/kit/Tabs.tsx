import { formatQuantity } from './number';
import styles from './Tabs.module.css';

export interface Tab {
  value: string;
  label: string;
  count?: number | undefined;
}

/** Saved filters above a list. */
export function Tabs(props: { tabs: Tab[]; value: string; onChange: (value: string) => void }) {
  return (
    <div className={styles.tabs} role="tablist">
      {props.tabs.map((tab) => (
        <button
          key={tab.value}
          type="button"
          role="tab"
          aria-selected={tab.value === props.value}
          className={styles.tab}
          onClick={() => props.onChange(tab.value)}
        >
          {tab.label}
          {tab.count !== undefined && tab.count > 0 && <span>{formatQuantity(tab.count)}</span>}
        </button>
      ))}
    </div>
  );
}
