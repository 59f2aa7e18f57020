import { type ControlProps, readQuantity, TextInput } from '@qudao/shared/kit';
import styles from './kit.module.css';
import { useTyped } from './typed';

const write = (value: number | '') => (value === '' ? '' : String(value));

/** Reads a number as people type it, full-width digits and separators included; a sign where it may have one. */
function reader(signed: boolean) {
  return (text: string): number | '' | undefined => {
    const plain = text.normalize('NFKC').trim();
    if (plain === '') {
      return '';
    }
    const minus = signed && /^[-−]/.test(plain);
    const number = readQuantity(minus || (signed && plain.startsWith('+')) ? plain.slice(1) : plain);
    return number === undefined ? undefined : minus ? -number : number;
  };
}

const unsigned = reader(false);
const withSign = reader(true);

/** A number of at most three decimals. What cannot be read stays as typed and is marked. */
export function NumberInput({
  value,
  onChange,
  signed,
  unit,
  ...control
}: Partial<ControlProps> & {
  value: number | undefined;
  onChange: (value: number | undefined) => void;
  signed?: boolean;
  unit?: string;
  disabled?: boolean;
  'aria-label'?: string;
}) {
  const { typed, type, wrong } = useTyped<number | ''>(value ?? '', write, signed ? withSign : unsigned, '');
  return (
    <span className={styles.number}>
      <TextInput
        {...control}
        inputMode={signed ? 'text' : 'decimal'}
        value={typed}
        aria-invalid={wrong || control['aria-invalid'] || undefined}
        onChange={(event) =>
          type(event.target.value, (number) => onChange(number === '' ? undefined : number))
        }
        placeholder={signed ? '±' : ''}
      />
      {unit && <span>{unit}</span>}
    </span>
  );
}
