import type { AudienceRule } from '@qudao/shared/api';

export const noRule: AudienceRule = {
  levels: [],
  regions: [],
  tags_any: [],
  tags_all: [],
  tags_none: [],
  divisions: [],
  dealers_in: [],
  dealers_out: [],
};

/** The conditions in the order in which the form and the sentences name them. */
export const conditions = [
  'levels',
  'regions',
  'tags_any',
  'tags_all',
  'tags_none',
  'divisions',
  'dealers_in',
  'dealers_out',
] as const satisfies readonly (keyof AudienceRule)[];

/** A rule with every condition in place: the server leaves out what is empty. */
export function wholeRule(rule: Partial<AudienceRule>): AudienceRule {
  const given = Object.fromEntries(Object.entries(rule).filter(([, value]) => Array.isArray(value)));
  return { ...noRule, ...given };
}
