import type { Named } from '@qudao/shared/api';
import { Facts, Field, Money, Notice, QueryView, TextArea } from '@qudao/shared/kit';
import dayjs from 'dayjs';
import { useTranslation } from 'react-i18next';
import { FindDealers } from '../dealer/pick';
import { Check } from '../kit/Check';
import { Day } from '../kit/Days';
import { useDraft } from '../kit/draft';
import { FormPanel } from '../kit/Panel';
import { PickOne } from '../kit/Pick';
import { useMay } from '../me';
import { useStaff } from './data';
import { useDepartments } from './departmentdata';
import { useHandOver, useHandoverPreview } from './handoverdata';

/** The dealers of a rep go to another in one step: how many, what goes with them, and from when. */
export function HandoverPanel({ person, onClose }: { person: Named; onClose: () => void }) {
  const { t } = useTranslation('org');
  const mayLetGo = useMay('staff.edit');
  const staff = useStaff();
  const departments = useDepartments();
  const preview = useHandoverPreview(person.code);
  const act = useHandOver(person.code, t('handover.done'), onClose);
  const draft = useDraft({
    to: '',
    since: dayjs().format('YYYY-MM-DD'),
    reason: '',
    leaves: false,
    some: false,
    dealers: [] as string[],
  });
  const { value, set } = draft;
  const others = (staff.data ?? [])
    .filter((one) => one.state === 'active' && one.code !== person.code)
    .map((one) => ({
      code: one.code,
      name: [one.name, one.departments.map((each) => each.name).join('、')].filter(Boolean).join(' · '),
    }));
  const heads = (departments.data ?? []).filter((one) => one.head?.code === person.code);
  return (
    <FormPanel
      open
      title={t('handover.of', { name: person.name })}
      onClose={onClose}
      verb={t('handover.title')}
      busy={act.isPending}
      disabled={value.to === '' || value.since === '' || (value.some && value.dealers.length === 0)}
      error={act.error}
      dirty={draft.dirty}
      onSubmit={() =>
        act.mutate({
          to: value.to,
          since: value.since,
          ...(value.reason.trim() ? { reason: value.reason.trim() } : {}),
          ...(value.leaves && !value.some ? { leaves: true } : {}),
          ...(value.some ? { dealers: value.dealers } : {}),
        })
      }
    >
      <QueryView query={preview}>
        {(has) => (
          <Facts
            items={[
              {
                label: t('handover.dealers'),
                value: t('handover.counts', { ...has, count: has.active + has.frozen + has.closed }),
              },
              ...(has.orders
                ? [
                    {
                      label: t('handover.orders'),
                      value: (
                        <>
                          {t('handover.orderCounts', { review: has.orders.review, ship: has.orders.ship })}{' '}
                          <Money value={has.orders.amount} />
                        </>
                      ),
                    },
                  ]
                : []),
            ]}
          />
        )}
      </QueryView>
      <Notice>{t('handover.rule')}</Notice>
      <Field label={t('handover.to')} path="to">
        {(control) => (
          <PickOne {...control} required options={others} value={value.to} onChange={(to) => set({ to })} />
        )}
      </Field>
      <Field label={t('handover.since')} path="since" hint={t('handover.sinceHint')}>
        {(control) => <Day {...control} value={value.since} onChange={(since) => set({ since })} />}
      </Field>
      <Check checked={value.some} onChange={(some) => set({ some, leaves: false })}>
        {t('handover.some')}
      </Check>
      {value.some && (
        <Field label={t('handover.which')} path="dealers">
          {(control) => (
            <FindDealers {...control} value={value.dealers} onChange={(dealers) => set({ dealers })} />
          )}
        </Field>
      )}
      <Field label={t('handover.reason')} path="reason">
        {(control) => (
          <TextArea
            {...control}
            rows={2}
            value={value.reason}
            onChange={(event) => set({ reason: event.target.value })}
          />
        )}
      </Field>
      {mayLetGo && !value.some && (
        <Check checked={value.leaves} onChange={(leaves) => set({ leaves })}>
          {t('handover.leaves', { name: person.name })}
        </Check>
      )}
      {value.leaves && heads.length > 0 && (
        <Notice tone="waiting">
          {t('handover.heads', { names: heads.map((one) => one.name).join('、') })}
        </Notice>
      )}
    </FormPanel>
  );
}
