import type { Permission } from '@qudao/shared/api';

/** Permissions by their group, groups and permissions in the order given. */
export function byGroup(permissions: readonly Permission[]): { group: string; permissions: Permission[] }[] {
  const groups = new Map<string, Permission[]>();
  for (const permission of permissions) {
    groups.set(permission.group, [...(groups.get(permission.group) ?? []), permission]);
  }
  return [...groups].map(([group, members]) => ({ group, permissions: members }));
}

/** The set with some codes put in or taken out, in the order of all. */
export function switched(
  all: readonly Permission[],
  now: readonly string[],
  codes: readonly string[],
  on: boolean,
): string[] {
  const next = new Set(now);
  for (const code of codes) {
    if (on) {
      next.add(code);
    } else {
      next.delete(code);
    }
  }
  return all.map((one) => one.code).filter((code) => next.has(code));
}
