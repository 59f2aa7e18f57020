import { useKitText } from '../i18n';
import { Field, PasswordInput } from '../kit';
import styles from './identity.module.css';
import { judgePassword, shortest } from './strength';

const words = { 0: 'enough', 1: 'enough', 2: 'enough', 3: 'good', 4: 'strong' } as const;

/** A password to be chosen: how good it is shows while it is typed, and what it lacks. */
export function NewPassword(props: {
  label: string;
  path: string;
  username: string;
  value: string;
  onChange: (value: string) => void;
  error?: string | undefined;
  autoFocus?: boolean;
}) {
  const t = useKitText();
  const { missing, level } = judgePassword(props.value, props.username);
  const first = missing[0];
  let said = t('password.rule', { n: shortest });
  if (level === 1 && first) {
    said = t(`password.missing.${first}`, { n: shortest });
  } else if (level > 1) {
    said = t(`password.level.${words[level]}`);
  }
  return (
    <Field
      label={props.label}
      path={props.path}
      error={props.error}
      hint={
        <span className={styles.strength}>
          <span className={styles.bars} data-level={level} aria-hidden="true">
            <i />
            <i />
            <i />
            <i />
          </span>
          <span role="status">{said}</span>
        </span>
      }
    >
      {(control) => (
        <PasswordInput
          control={control}
          name="new-password"
          autoComplete="new-password"
          autoFocus={props.autoFocus ?? false}
          value={props.value}
          onChange={props.onChange}
        />
      )}
    </Field>
  );
}
