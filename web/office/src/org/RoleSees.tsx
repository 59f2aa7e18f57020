import type { RoleScope, RoleScopeInput } from '@qudao/shared/api';
import { Field, FormGroup } from '@qudao/shared/kit';
import { useTranslation } from 'react-i18next';
import { useAudiences, useDealerFacts } from '../dealer/data';
import { PickRegions } from '../dealer/pick';
import { PickMany, PickOne } from '../kit/Pick';

const kinds = ['self', 'department', 'department_below', 'regions', 'divisions', 'audiences', 'all'] as const;

/** What is said of a data permission: lists of the other kinds are kept while the kind is chosen. */
export interface ScopeDraft {
  sees: RoleScope['sees'];
  regions: number[];
  divisions: string[];
  audiences: string[];
}

export function draftOfScope(scope: RoleScope | undefined): ScopeDraft {
  return {
    sees: scope?.sees ?? 'self',
    regions: scope?.regions.map((one) => one.code) ?? [],
    divisions: scope?.divisions.map((one) => one.code) ?? [],
    audiences: scope?.audiences.map((one) => one.code) ?? [],
  };
}

/** Only the list of the chosen kind is sent. */
export function inputOfScope(draft: ScopeDraft): RoleScopeInput {
  return {
    sees: draft.sees,
    ...(draft.sees === 'regions' ? { regions: draft.regions } : {}),
    ...(draft.sees === 'divisions' ? { divisions: draft.divisions } : {}),
    ...(draft.sees === 'audiences' ? { audiences: draft.audiences } : {}),
  };
}

/** Which dealers a role lets its holders see. */
export function RoleSees(props: {
  value: ScopeDraft;
  disabled: boolean;
  onChange: (change: ScopeDraft) => void;
}) {
  const { t } = useTranslation('org');
  const { value, disabled } = props;
  const facts = useDealerFacts(value.sees === 'divisions').data;
  const audiences = useAudiences(value.sees === 'audiences').data;
  const set = (change: Partial<ScopeDraft>) => props.onChange({ ...value, ...change });
  return (
    <FormGroup title={t('sees.title')} hint={t('sees.hint')}>
      <Field label={t('sees.kind')} path="scope.sees" hint={t(`seesHint.${value.sees}`)}>
        {(control) => (
          <PickOne
            {...control}
            required
            disabled={disabled}
            options={kinds.map((kind) => ({ code: kind, name: t(`seesKind.${kind}`) }))}
            value={value.sees}
            onChange={(sees) => set({ sees: sees as ScopeDraft['sees'] })}
          />
        )}
      </Field>
      {value.sees === 'regions' && (
        <Field label={t('seesKind.regions')} path="scope.regions">
          {(control) => (
            <PickRegions
              {...control}
              disabled={disabled}
              value={value.regions}
              onChange={(regions) => set({ regions })}
            />
          )}
        </Field>
      )}
      {value.sees === 'divisions' && (
        <Field label={t('seesKind.divisions')} path="scope.divisions">
          {(control) => (
            <PickMany
              {...control}
              disabled={disabled}
              options={facts?.divisions ?? []}
              value={value.divisions}
              onChange={(divisions) => set({ divisions })}
            />
          )}
        </Field>
      )}
      {value.sees === 'audiences' && (
        <Field label={t('seesKind.audiences')} path="scope.audiences">
          {(control) => (
            <PickMany
              {...control}
              disabled={disabled}
              options={audiences ?? []}
              value={value.audiences}
              onChange={(codes) => set({ audiences: codes })}
            />
          )}
        </Field>
      )}
    </FormGroup>
  );
}
