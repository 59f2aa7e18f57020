import { type Ref, useEffect, useRef, useState } from 'react';
import { useKitText } from '../i18n';
import { Icon } from './icons';
import styles from './SearchBox.module.css';

/**
 * A search field. It waits for a pause in typing and for the end of a Chinese input method's composition,
 * so that half a syllable is never searched; Enter searches at once.
 */
export function SearchBox(props: {
  value: string;
  placeholder: string;
  onSearch: (text: string) => void;
  /** Search on Enter only, not while typing. */
  onEnterOnly?: boolean;
  large?: boolean;
  inputRef?: Ref<HTMLInputElement>;
}) {
  const { value, onSearch, onEnterOnly } = props;
  const t = useKitText();
  const [typed, setTyped] = useState(value);
  const composing = useRef(false);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => setTyped(value), [value]);
  useEffect(() => () => clearTimeout(timer.current), []);

  const later = (text: string) => {
    clearTimeout(timer.current);
    if (!onEnterOnly && !composing.current) {
      timer.current = setTimeout(() => onSearch(text.trim()), 250);
    }
  };
  const now = (text: string) => {
    clearTimeout(timer.current);
    onSearch(text.trim());
  };

  return (
    <search className={`${styles.search} ${props.large ? styles.large : ''}`}>
      <Icon name="search" />
      <input
        ref={props.inputRef}
        type="search"
        enterKeyHint="search"
        placeholder={props.placeholder}
        aria-label={props.placeholder}
        value={typed}
        onChange={(event) => {
          setTyped(event.target.value);
          later(event.target.value);
        }}
        onCompositionStart={() => {
          composing.current = true;
        }}
        onCompositionEnd={(event) => {
          composing.current = false;
          later(event.currentTarget.value);
        }}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && !composing.current) {
            now(event.currentTarget.value);
          }
        }}
      />
      {typed && (
        <button
          type="button"
          aria-label={t('action.clear')}
          onClick={() => {
            setTyped('');
            now('');
          }}
        >
          <Icon name="close" size={16} />
        </button>
      )}
    </search>
  );
}
