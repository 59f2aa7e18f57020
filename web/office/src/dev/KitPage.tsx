import { useTitle } from '@qudao/shared/kit';
import { AppearanceSwitch, LanguageSwitch } from '@qudao/shared/layout';
import type { ReactNode } from 'react';
import { ChartPieces } from './ChartPieces';
import styles from './dev.module.css';
import { GridPieces } from './GridPieces';
import { ListPieces } from './ListPieces';
import { DocumentPieces, FormPieces, LayoutPieces } from './PagePieces';
import { ActionPieces, DrawingPieces, NumberPieces, StatePieces } from './Pieces';
import { useDevText } from './words';

/** The living catalogue: every piece of the kit in its states, as the pages use them. */
export function KitPage() {
  const t = useDevText();
  useTitle(t('title'));
  const parts: [string, string, ReactNode][] = [
    ['numbers', t('part.numbers'), <NumberPieces key="numbers" />],
    ['actions', t('part.actions'), <ActionPieces key="actions" />],
    ['states', t('part.states'), <StatePieces key="states" />],
    ['drawings', t('part.drawings'), <DrawingPieces key="drawings" />],
    ['charts', t('part.charts'), <ChartPieces key="charts" />],
    ['grid', t('part.grid'), <GridPieces key="grid" />],
    ['list', t('part.list'), <ListPieces key="list" />],
    ['form', t('part.form'), <FormPieces key="form" />],
    ['document', t('part.document'), <DocumentPieces key="document" />],
    ['layout', t('part.layout'), <LayoutPieces key="layout" />],
  ];
  return (
    <main className={styles.page}>
      <header className={styles.top}>
        <div>
          <h1>{t('title')}</h1>
          <p>{t('hint')}</p>
        </div>
        <LanguageSwitch />
        <AppearanceSwitch />
      </header>
      <nav className={styles.nav}>
        {parts.map(([id, title]) => (
          <a key={id} href={`#${id}`}>
            {title}
          </a>
        ))}
      </nav>
      {parts.map(([id, title, piece]) => (
        <section key={id} id={id} className={styles.part} data-tour={id}>
          <h2>{title}</h2>
          {piece}
        </section>
      ))}
    </main>
  );
}
