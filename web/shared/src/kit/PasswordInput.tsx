import { type InputHTMLAttributes, useState } from 'react';
import { useKitText } from '../i18n';
import { IconButton } from './Button';
import { type ControlProps, TextInput } from './Form';
import styles from './PasswordInput.module.css';

/** A password that can be shown while it is typed, and that says when Caps Lock is on. */
export function PasswordInput({
  control,
  value,
  onChange,
  ...rest
}: {
  control: ControlProps;
  value: string;
  onChange: (value: string) => void;
} & Omit<InputHTMLAttributes<HTMLInputElement>, 'value' | 'onChange' | 'type' | 'id'>) {
  const t = useKitText();
  const [shown, setShown] = useState(false);
  const [caps, setCaps] = useState(false);
  return (
    <div>
      <div className={styles.password}>
        <TextInput
          {...control}
          {...rest}
          type={shown ? 'text' : 'password'}
          autoCapitalize="none"
          autoCorrect="off"
          spellCheck={false}
          value={value}
          onChange={(event) => onChange(event.target.value)}
          onKeyDown={(event) => setCaps(event.getModifierState('CapsLock'))}
          onKeyUp={(event) => setCaps(event.getModifierState('CapsLock'))}
          onBlur={() => setCaps(false)}
        />
        <IconButton
          icon={shown ? 'eyeOff' : 'eye'}
          label={t(shown ? 'password.hide' : 'password.show')}
          aria-pressed={shown}
          className={styles.toggle ?? ''}
          onClick={() => setShown(!shown)}
        />
      </div>
      <p className={styles.caps} role="status">
        {caps && t('password.caps')}
      </p>
    </div>
  );
}
