import { Dialog } from '@qudao/shared/kit';
import { useState } from 'react';
import { useWords } from '../words';
import { useKeys } from './keys';
import styles from './kit.module.css';

/** Tells, at "?", which keys act on the page. */
export function KeysHelp({ keys }: { keys: readonly (readonly [key: string, does: string])[] }) {
  const w = useWords();
  const [open, setOpen] = useState(false);
  useKeys({ '?': () => setOpen(true) });
  return (
    <Dialog open={open} title={w('keys.title')} onClose={() => setOpen(false)}>
      <dl className={styles.keys}>
        {[...keys, ['Ctrl K', w('keys.palette')] as const, ['?', w('keys.help')] as const].map(
          ([key, does]) => (
            <div key={key}>
              <dt>
                {key.split(' ').map((one) => (
                  <kbd key={one}>{one}</kbd>
                ))}
              </dt>
              <dd>{does}</dd>
            </div>
          ),
        )}
      </dl>
    </Dialog>
  );
}
