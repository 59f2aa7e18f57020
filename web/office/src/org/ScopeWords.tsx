import type { RoleBy, RoleScope } from '@qudao/shared/api';
import { useTranslation } from 'react-i18next';

/** A data permission in a sentence. */
export function useScopeWords(): (scope: RoleScope, departments?: readonly string[]) => string {
  const { t } = useTranslation('org');
  return (scope, departments = []) => {
    const names = [
      ...departments,
      ...scope.regions.map((one) => one.name),
      ...scope.divisions.map((one) => one.name),
      ...scope.audiences.map((one) => one.name),
    ];
    const kind = t(`seesKind.${scope.sees}`);
    return names.length > 0 ? t('sees.named', { kind, names: names.join('、') }) : kind;
  };
}

/** Roles by which something is allowed, each with the department within which it is held. */
export function useByWords(): (by: readonly RoleBy[]) => string {
  const { t } = useTranslation('org');
  return (by) =>
    by
      .map((one) =>
        one.department
          ? t('rights.within', { role: one.role.name, department: one.department.name })
          : one.role.name,
      )
      .join('、');
}
