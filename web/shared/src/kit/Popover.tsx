import { type ReactNode, useEffect, useId, useLayoutEffect, useRef, useState } from 'react';
import styles from './Popover.module.css';

/** A small panel that opens at its trigger; at the bottom of the screen on a phone. Escape and a click elsewhere close it. */
export function Popover(props: {
  trigger: ReactNode;
  label: string;
  /** What is inside; as a function it is given the way to close. */
  children: ReactNode | ((close: () => void) => ReactNode);
  className?: string;
  align?: 'start' | 'end';
}) {
  const [open, setOpen] = useState(false);
  const [at, setAt] = useState<{ top: number; left: number }>();
  const button = useRef<HTMLButtonElement>(null);
  const panel = useRef<HTMLDivElement>(null);
  const id = useId();

  useLayoutEffect(() => {
    if (!open || !button.current || !panel.current) {
      return;
    }
    const b = button.current.getBoundingClientRect();
    const p = panel.current.getBoundingClientRect();
    const left = props.align === 'end' ? b.right - p.width : b.left;
    const below = b.bottom + 6;
    setAt({
      left: Math.max(12, Math.min(left, window.innerWidth - p.width - 12)),
      top: below + p.height > window.innerHeight - 12 ? Math.max(12, b.top - p.height - 6) : below,
    });
  }, [open, props.align]);

  useEffect(() => {
    if (!open) {
      return;
    }
    const outside = (event: Event) => {
      const target = event.target as Node;
      if (!panel.current?.contains(target) && !button.current?.contains(target)) {
        setOpen(false);
      }
    };
    const onKey = (event: KeyboardEvent) => {
      if (event.key === 'Escape') {
        setOpen(false);
        button.current?.focus();
      }
    };
    const scrolled = (event: Event) => {
      if (!panel.current?.contains(event.target as Node)) {
        setOpen(false);
      }
    };
    document.addEventListener('pointerdown', outside);
    document.addEventListener('keydown', onKey);
    window.addEventListener('scroll', scrolled, { capture: true, passive: true });
    return () => {
      document.removeEventListener('pointerdown', outside);
      document.removeEventListener('keydown', onKey);
      window.removeEventListener('scroll', scrolled, { capture: true });
    };
  }, [open]);

  return (
    <>
      <button
        ref={button}
        type="button"
        className={props.className ?? styles.trigger}
        aria-expanded={open}
        aria-controls={id}
        aria-label={props.label}
        title={props.label}
        onClick={() => setOpen(!open)}
      >
        {props.trigger}
      </button>
      {open && (
        <div
          ref={panel}
          id={id}
          role="dialog"
          aria-label={props.label}
          className={styles.panel}
          style={at ? { top: at.top, left: at.left } : { visibility: 'hidden' }}
        >
          {typeof props.children === 'function' ? props.children(() => setOpen(false)) : props.children}
        </div>
      )}
    </>
  );
}
