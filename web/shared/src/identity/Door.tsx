import type { ReactNode } from 'react';
import { Icon, type IconName, useTitle } from '../kit';
import { AppearanceSwitch } from '../layout/AppearanceSwitch';
import { Brand } from '../layout/Brand';
import { LanguageSwitch } from '../layout/LanguageSwitch';
import styles from './identity.module.css';

/** What an app says of itself beside its door, where there is room. */
export interface Welcome {
  brand: string;
  title: string;
  points: { icon: IconName; text: string }[];
}

/** The frame of every page that is there before somebody is known: sign-in, a forgotten password, an invitation. */
export function Door(props: { welcome: Welcome; title: string; hint?: ReactNode; children: ReactNode }) {
  useTitle(props.title);
  return (
    <div className={styles.door}>
      <aside className={styles.welcome}>
        <Ways />
        <p className={styles.welcomeTitle}>{props.welcome.title}</p>
        <ul>
          {props.welcome.points.map((point) => (
            <li key={point.text}>
              <Icon name={point.icon} size={20} />
              <span>{point.text}</span>
            </li>
          ))}
        </ul>
      </aside>
      <div className={styles.side}>
        <header className={styles.top}>
          <Brand name={props.welcome.brand} />
          <div className={styles.switches}>
            <LanguageSwitch />
          </div>
        </header>
        <main className={styles.main}>
          <div className={styles.card}>
            <h1>{props.title}</h1>
            {props.hint && <p className={styles.hint}>{props.hint}</p>}
            {props.children}
          </div>
        </main>
        <footer className={styles.foot}>
          <AppearanceSwitch />
        </footer>
      </div>
    </div>
  );
}

/** The mark of the product drawn large: channels that part and meet. */
function Ways() {
  const rows = [0, 1, 2, 3, 4, 5, 6];
  return (
    <svg
      className={styles.ways}
      viewBox="0 0 480 420"
      preserveAspectRatio="xMidYMid slice"
      aria-hidden="true"
    >
      {rows.map((row) => (
        <path
          key={row}
          d={`M-20 ${30 + row * 60}h${110 + (row % 3) * 40}c70 0 60 ${row % 2 ? -60 : 60} 130 ${row % 2 ? -60 : 60}h300`}
        />
      ))}
      {rows.map((row) => (
        <circle key={row} cx={90 + (row % 3) * 40} cy={30 + row * 60} r="4.5" />
      ))}
    </svg>
  );
}
