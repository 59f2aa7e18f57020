import { Problem } from '@qudao/shared/api';
import {
  Button,
  Confirm,
  DataTable,
  Dialog,
  DocumentPage,
  Facts,
  Field,
  Form,
  FormGroup,
  Money,
  NextStep,
  Section,
  SelectInput,
  StateTag,
  TextArea,
  TextInput,
  Timeline,
  UnsentNotice,
  useUnsent,
} from '@qudao/shared/kit';
import { TourOffer, useTour } from '@qudao/shared/layout';
import { CommandPalette } from '@qudao/shared/palette';
import { useState } from 'react';
import styles from './dev.module.css';
import { useDevList, useDevText } from './words';

export function FormPieces() {
  const t = useDevText();
  const [name, setName] = useState('');
  const unsent = useUnsent('kit', name, name !== '');
  const refusal = new Problem(422, 'invalid', t('sample.refusal'), {}, [
    { path: 'name', code: 'taken', detail: t('sample.nameWrong') },
    { path: 'credit', code: 'low', detail: t('sample.creditWrong') },
    { path: 'region', code: 'closed', detail: t('sample.elsewhere') },
  ]);
  return (
    <div className={styles.cards}>
      <div className={styles.card}>
        <Form
          onSubmit={() => setName('')}
          footer={
            <Button kind="primary" type="submit">
              {t('kit:action.save')}
            </Button>
          }
        >
          <UnsentNotice unsent={unsent} onRestore={setName} />
          <FormGroup title={t('sample.group')}>
            <Field label={t('sample.field.name')} path="name">
              {(control) => (
                <TextInput {...control} value={name} onChange={(event) => setName(event.target.value)} />
              )}
            </Field>
            <Field label={t('sample.field.contact')} optional>
              {(control) => (
                <SelectInput {...control}>
                  <option>{t('sample.state')}</option>
                </SelectInput>
              )}
            </Field>
            <Field label={t('sample.field.note')} hint={t('sample.notice')}>
              {(control) => <TextArea {...control} />}
            </Field>
          </FormGroup>
        </Form>
      </div>
      <div className={styles.card}>
        <Form onSubmit={() => undefined} error={refusal}>
          <Field label={t('sample.field.name')} path="name">
            {(control) => <TextInput {...control} defaultValue="华信" />}
          </Field>
          <Field label={t('sample.field.credit')} path="credit">
            {(control) => <TextInput {...control} defaultValue="-1" />}
          </Field>
          <Field label={t('sample.field.contact')}>{(control) => <TextInput {...control} disabled />}</Field>
        </Form>
      </div>
    </div>
  );
}

export function DocumentPieces() {
  const t = useDevText();
  const facts = useDevList('facts');
  const values = useDevList('factValues');
  const timeline = useDevList('timeline');
  const lines = [1, 2, 3].map((n) => ({ n, total: `${n * 1280}.00` }));
  return (
    <DocumentPage
      back={{ to: '/dev/kit', label: t('sample.listTitle') }}
      title="SO202611230017"
      state={<StateTag of="order" state="in_review" />}
      meta={<span>{values[0]}</span>}
      sentence={<NextStep>{t('sample.sentence')}</NextStep>}
      printable
      primary={<Button kind="primary">{t('sample.accept')}</Button>}
      actions={<Button>{t('sample.danger')}</Button>}
      aside={
        <>
          <Section title={t('sample.progress')}>
            <Timeline
              entries={timeline.map((text, i) => ({
                seq: i + 1,
                node: 'said',
                data: {},
                text,
                who: '',
                at: new Date(Date.UTC(2026, 10, 23, 2 + i)).toISOString(),
              }))}
            />
          </Section>
          <Section title={t('sample.group')}>
            <Facts items={facts.map((label, i) => ({ label, value: values[i] }))} />
          </Section>
        </>
      }
    >
      <NextStep mine>{t('sample.sentence')}</NextStep>
      <Section title={t('sample.lines')} flush>
        <DataTable
          rows={lines}
          rowKey={(line) => String(line.n)}
          columns={[
            { key: 'name', title: t('sample.name'), render: (line) => t('sample.product', { n: line.n }) },
            {
              key: 'total',
              title: t('sample.total'),
              align: 'right',
              render: (line) => <Money value={line.total} />,
            },
          ]}
        />
      </Section>
    </DocumentPage>
  );
}

export function LayoutPieces() {
  const t = useDevText();
  const [open, setOpen] = useState<'palette' | 'dialog' | 'side'>();
  const close = () => setOpen(undefined);
  const plan = {
    name: 'kit',
    steps: [
      { at: 'numbers', title: t('sample.steps.one'), text: t('sample.steps.oneText') },
      { at: 'charts', title: t('sample.steps.two'), text: t('sample.steps.twoText') },
    ],
  };
  const tour = useTour(plan);
  return (
    <div className={styles.row}>
      <Button icon="search" onClick={() => setOpen('palette')}>
        {t('sample.openPalette')}
      </Button>
      <Button icon="compass" onClick={tour.start}>
        {t('sample.startTour')}
      </Button>
      <Button onClick={() => setOpen('dialog')}>{t('sample.openDialog')}</Button>
      <Button onClick={() => setOpen('side')}>{t('sample.openSide')}</Button>
      <TourOffer plan={plan} tour={tour} />
      <Confirm
        open={open === 'dialog'}
        title={t('sample.question')}
        verb={t('sample.danger')}
        danger
        onConfirm={close}
        onClose={close}
      >
        {t('sample.questionHint')}
      </Confirm>
      <Dialog side open={open === 'side'} title={t('sample.openSide')} onClose={close}>
        {t('sample.questionHint')}
      </Dialog>
      <CommandPalette
        open={open === 'palette'}
        onClose={close}
        groups={[
          { title: t('sample.commands'), items: [{ id: 'new', label: t('sample.command'), icon: 'plus' }] },
          {
            title: t('kit:palette.pages'),
            items: [
              { id: 'o', label: t('sample.listTitle'), icon: 'orders', to: '/orders', keywords: ['/orders'] },
              { id: 'k', label: t('title'), icon: 'grid', to: '/dev/kit', hint: '/dev/kit' },
            ],
          },
        ]}
        search={async (text) => [
          {
            title: t('sample.found'),
            items: [1, 2, 3].map((n) => ({
              id: String(n),
              label: `SO20261123${text}${n}`,
              hint: t('kit:orderState.in_review'),
              icon: 'orders' as const,
              to: '/dev/kit',
            })),
          },
        ]}
      />
    </div>
  );
}
