import {
  createContext,
  type InputHTMLAttributes,
  type ReactNode,
  type SelectHTMLAttributes,
  type TextareaHTMLAttributes,
  useContext,
  useEffect,
  useId,
  useRef,
} from 'react';
import { asProblem, type Problem } from '../api/problem';
import { useKitText } from '../i18n';
import styles from './Form.module.css';
import { Notice } from './States';

const Refusal = createContext<Problem | undefined>(undefined);

/**
 * A form of one column. A refusal of the server stands in a summary above and at the fields it names; what was
 * typed is never lost, because fields belong to the page.
 */
export function Form(props: {
  onSubmit: () => void;
  error?: unknown;
  children: ReactNode;
  footer?: ReactNode;
  label?: string;
}) {
  const t = useKitText();
  const summary = useRef<HTMLDivElement>(null);
  const problem = props.error ? asProblem(props.error) : undefined;
  useEffect(() => {
    if (problem) {
      summary.current?.scrollIntoView({ block: 'nearest' });
    }
  }, [problem]);
  return (
    <Refusal.Provider value={problem}>
      <form
        className={styles.form}
        aria-label={props.label}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          props.onSubmit();
        }}
      >
        <div ref={summary}>
          {problem && (
            <Notice tone="alarm">
              <p>{problem.detail || t('state.errorTitle')}</p>
              {problem.errors.length > 1 && <p>{t('form.summary', { count: problem.errors.length })}</p>}
            </Notice>
          )}
        </div>
        {props.children}
        {props.footer && <footer className={styles.footer}>{props.footer}</footer>}
      </form>
    </Refusal.Provider>
  );
}

/** A titled group of fields. */
export function FormGroup(props: { title: string; hint?: string; children: ReactNode }) {
  return (
    <fieldset className={styles.group}>
      <legend>{props.title}</legend>
      {props.hint && <p className={styles.hint}>{props.hint}</p>}
      {props.children}
    </fieldset>
  );
}

/** What a control in a Field must carry to be named and described. */
export interface ControlProps {
  id: string;
  'aria-invalid'?: boolean;
  'aria-describedby'?: string;
}

/**
 * A label, its control and what is wrong with it. `path` is the field's path in the request, as the server's
 * errors name it; `error` is what the page itself knows before asking the server.
 */
export function Field(props: {
  label: string;
  path?: string;
  hint?: ReactNode;
  error?: string | undefined;
  optional?: boolean;
  children: (control: ControlProps) => ReactNode;
}) {
  const t = useKitText();
  const id = useId();
  const refusal = useContext(Refusal);
  const wrong = props.error ?? (props.path ? refusal?.at(props.path)?.detail : undefined);
  const control: ControlProps = { id };
  if (wrong) {
    control['aria-invalid'] = true;
  }
  if (wrong || props.hint) {
    control['aria-describedby'] = `${id}-note`;
  }
  return (
    <div className={styles.field}>
      <label htmlFor={id}>
        {props.label}
        {props.optional && <span className={styles.optional}>{t('form.optional')}</span>}
      </label>
      {props.children(control)}
      {(wrong || props.hint) && (
        <div id={`${id}-note`} className={wrong ? styles.wrong : styles.hint}>
          {wrong || props.hint}
        </div>
      )}
    </div>
  );
}

export function TextInput(props: InputHTMLAttributes<HTMLInputElement>) {
  return (
    <input
      type="text"
      autoComplete="off"
      {...props}
      className={`${styles.control} ${props.className ?? ''}`}
    />
  );
}

export function TextArea(props: TextareaHTMLAttributes<HTMLTextAreaElement>) {
  return (
    <textarea rows={3} {...props} className={`${styles.control} ${styles.area} ${props.className ?? ''}`} />
  );
}

export function SelectInput(props: SelectHTMLAttributes<HTMLSelectElement>) {
  return <select {...props} className={`${styles.control} ${styles.select} ${props.className ?? ''}`} />;
}
