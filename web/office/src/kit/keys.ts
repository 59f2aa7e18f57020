import { useEffect, useRef } from 'react';

const typing = 'input,textarea,select,[contenteditable="true"],[role="combobox"]';
const over = 'dialog[open],.ant-drawer-open,[role="dialog"]';

/** Single keys that act while nobody is typing and nothing lies over the page. An undefined act does nothing. */
export function useKeys(acts: Record<string, (() => void) | undefined>): void {
  const latest = useRef(acts);
  useEffect(() => {
    latest.current = acts;
  });
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const target = event.target as HTMLElement;
      if (event.ctrlKey || event.metaKey || event.altKey || event.repeat || target.closest(typing)) {
        return;
      }
      const act = latest.current[event.key.toLowerCase()];
      if (act && !document.querySelector(over)) {
        event.preventDefault();
        act();
      }
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, []);
}
