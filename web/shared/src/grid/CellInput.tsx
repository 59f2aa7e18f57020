import { useEffect, useRef, useState } from 'react';
import type { RowActs } from './GridRow';
import styles from './grid.module.css';

/** The cell while it is typed into. Enter and Tab keep what was typed and go on, Escape gives it up. */
export function CellInput(props: {
  label: string;
  begin: string;
  right: boolean;
  settle: RowActs['settle'];
  give: RowActs['give'];
}) {
  const [text, setText] = useState(props.begin);
  const input = useRef<HTMLInputElement>(null);
  const over = useRef(false);
  useEffect(() => {
    input.current?.focus({ preventScroll: true });
    input.current?.setSelectionRange(props.begin.length, props.begin.length);
  }, [props.begin]);
  const settle: RowActs['settle'] = (typed, go) => {
    if (!over.current) {
      over.current = true;
      props.settle(typed, go);
    }
  };
  return (
    <input
      ref={input}
      className={props.right ? styles.inputRight : styles.input}
      aria-label={props.label}
      autoComplete="off"
      spellCheck={false}
      value={text}
      onChange={(event) => setText(event.target.value)}
      onBlur={() => settle(text, 'stay')}
      onPointerDown={(event) => event.stopPropagation()}
      onCopy={(event) => event.stopPropagation()}
      onPaste={(event) => event.stopPropagation()}
      onKeyDown={(event) => {
        event.stopPropagation();
        if (event.nativeEvent.isComposing) {
          return;
        }
        if (event.key === 'Enter') {
          event.preventDefault();
          settle(text, 'down');
        } else if (event.key === 'Tab') {
          event.preventDefault();
          settle(text, event.shiftKey ? 'back' : 'on');
        } else if (event.key === 'Escape') {
          event.preventDefault();
          over.current = true;
          props.give();
        }
      }}
    />
  );
}
