import {
  createContext,
  type InputHTMLAttributes,
  type ReactNode,
  type SelectHTMLAttributes,
  type TextareaHTMLAttributes,
  useCallback,
  useContext,
  useEffect,
  useId,
  useMemo,
  useRef,
  useState,
} from 'react';
import { asProblem, type Problem } from '../api/problem';
import { useKitText } from '../i18n';
import { Button } from './Button';
import styles from './Form.module.css';
import { Notice } from './States';
import type { Unsent } from './useUnsent';
import { When } from './When';

/** What a field tells its form: where it is, what it is called, what is wrong with it. */
interface Report {
  id: string;
  label: string;
  path: string | undefined;
  fault: string | undefined;
}

const FormState = createContext<{
  problem: Problem | undefined;
  report: (id: string, report: Report | undefined) => void;
}>({ problem: undefined, report: () => undefined });

/** A form with fewer fields needs no summary of what the page itself sees: all of it is in sight. */
const longForm = 4;

/**
 * A form of one column. A refusal of the server stands in a summary above, which leads to the fields it names,
 * and at these fields; what was typed is never lost, because fields belong to the page.
 */
export function Form(props: {
  onSubmit: () => void;
  error?: unknown;
  children: ReactNode;
  footer?: ReactNode;
  label?: string;
}) {
  const summary = useRef<HTMLDivElement>(null);
  const problem = useMemo(() => (props.error ? asProblem(props.error) : undefined), [props.error]);
  const [reports, setReports] = useState<ReadonlyMap<string, Report>>(new Map());
  const report = useCallback((id: string, one: Report | undefined) => {
    setReports((before) => {
      const next = new Map(before);
      if (one) {
        next.set(id, one);
      } else {
        next.delete(id);
      }
      return next;
    });
  }, []);
  const state = useMemo(() => ({ problem, report }), [problem, report]);
  useEffect(() => {
    if (problem) {
      summary.current?.scrollIntoView({ block: 'nearest' });
    }
  }, [problem]);
  return (
    <FormState.Provider value={state}>
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
          <Summary problem={problem} reports={[...reports.values()]} />
        </div>
        {props.children}
        {props.footer && <footer className={styles.footer}>{props.footer}</footer>}
      </form>
    </FormState.Provider>
  );
}

/** All that is wrong, each a way to its field; what belongs to no field of the form is said here alone. */
function Summary({ problem, reports }: { problem: Problem | undefined; reports: Report[] }) {
  const t = useKitText();
  const faulty = reports.filter((one) => one.fault !== undefined);
  const known = new Set(reports.map((one) => one.path));
  const elsewhere = (problem?.errors ?? []).filter((one) => !known.has(one.path) && one.detail !== '');
  if (!problem && (faulty.length < 2 || reports.length < longForm)) {
    return null;
  }
  const count = faulty.length + elsewhere.length;
  const said = problem ? problem.detail || t('state.errorTitle') : t('form.summary', { count });
  const alone = count === 1 && (faulty[0]?.fault ?? elsewhere[0]?.detail) === said;
  return (
    <Notice tone="alarm">
      <p>{said}</p>
      {count > 0 && !alone && (
        <ul className={styles.faults}>
          {faulty.map((one) => (
            <li key={one.id}>
              <a
                href={`#${one.id}`}
                onClick={(event) => {
                  event.preventDefault();
                  document.getElementById(one.id)?.focus();
                }}
              >
                {one.label}
              </a>
              <span>{one.fault}</span>
            </li>
          ))}
          {elsewhere.map((one) => (
            <li key={one.path + one.code}>{one.detail}</li>
          ))}
        </ul>
      )}
    </Notice>
  );
}

/** Offers what was typed here before and not sent. */
export function UnsentNotice<Value>(props: { unsent: Unsent<Value>; onRestore: (value: Value) => void }) {
  const t = useKitText();
  const { found, restore, forget } = props.unsent;
  if (!found) {
    return null;
  }
  return (
    <Notice tone="waiting">
      <div className={styles.unsent}>
        <span>
          {t('form.unsent')} <When at={found.at} />
        </span>
        <Button
          size="small"
          onClick={() => {
            const value = restore();
            if (value !== undefined) {
              props.onRestore(value);
            }
          }}
        >
          {t('form.restore')}
        </Button>
        <Button size="small" kind="quiet" onClick={forget}>
          {t('form.forget')}
        </Button>
      </div>
    </Notice>
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
  const { problem, report } = useContext(FormState);
  const { label, path } = props;
  const wrong = props.error ?? (path ? problem?.at(path)?.detail : undefined);
  useEffect(
    () => report(id, { id, label, path, fault: wrong || undefined }),
    [report, id, label, path, wrong],
  );
  useEffect(() => () => report(id, undefined), [report, id]);
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
