import type { Staff } from '@qudao/shared/api';

/** Whether wrong passwords keep a person out right now. */
export function isLocked(person: Staff | undefined): boolean {
  return person?.locked_until !== undefined && new Date(person.locked_until) > new Date();
}
