import type { Product, SkuCard } from '@qudao/shared/api';
import styles from './sku.module.css';

/** Whether a SKU has every value chosen so far. */
export function matches(sku: SkuCard, chosen: Record<string, string>): boolean {
  return Object.entries(chosen).every(([axis, value]) => !value || sku.spec[axis] === value);
}

/** Narrows a long matrix by its axes. A value that no SKU has together with the others is dimmed. */
export function AxisFilter(props: {
  axes: Product['axes'];
  skus: SkuCard[];
  value: Record<string, string>;
  onChange: (value: Record<string, string>) => void;
}) {
  const { value } = props;
  return (
    <div className={styles.axes}>
      {props.axes
        .filter((axis) => axis.values.length > 1)
        .map((axis) => (
          <fieldset key={axis.code}>
            <legend>{axis.unit ? `${axis.name} (${axis.unit})` : axis.name}</legend>
            {axis.values.map((one) => {
              const on = value[axis.code] === one;
              const possible = props.skus.some((sku) => matches(sku, { ...value, [axis.code]: one }));
              return (
                <button
                  key={one}
                  type="button"
                  aria-pressed={on}
                  disabled={!possible}
                  onClick={() => props.onChange({ ...value, [axis.code]: on ? '' : one })}
                >
                  {one}
                </button>
              );
            })}
          </fieldset>
        ))}
    </div>
  );
}
