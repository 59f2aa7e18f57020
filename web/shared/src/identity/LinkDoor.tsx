import type { ReactNode } from 'react';
import { useKitText } from '../i18n';
import { Button, ButtonLink, Icon, Skeleton } from '../kit';
import { Door, type Welcome } from './Door';
import styles from './identity.module.css';
import type { Looked } from './link';

/** A page that a one-time link opens: while it is looked at, where it is dead, and where it is good. */
export function LinkDoor<Found>(props: {
  welcome: Welcome;
  title: string;
  hint?: (found: Found) => ReactNode;
  dead: { title: string; text: string };
  link: Looked<Found> & { again: () => void };
  children: (found: Found, token: string) => ReactNode;
}) {
  const t = useKitText();
  const { link } = props;
  if (link.state === 'looking') {
    return (
      <Door welcome={props.welcome} title={props.title}>
        <Skeleton rows={4} height={36} />
      </Door>
    );
  }
  if (link.state === 'dead') {
    const gone = link.problem.status === 404;
    return (
      <Door welcome={props.welcome} title={gone ? props.dead.title : t('state.errorTitle')}>
        <div className={styles.said} role="alert">
          <span className={styles.saidIcon}>
            <Icon name={gone ? 'clock' : 'warn'} size={24} />
          </span>
          <p>{gone ? props.dead.text : link.problem.detail || t('state.networkHint')}</p>
          {gone ? (
            <ButtonLink to="/signin">{t('door.toSignIn')}</ButtonLink>
          ) : (
            <Button onClick={link.again}>{t('action.retry')}</Button>
          )}
        </div>
      </Door>
    );
  }
  return (
    <Door welcome={props.welcome} title={props.title} hint={props.hint?.(link.found)}>
      {props.children(link.found, link.token)}
    </Door>
  );
}
