export { api, body, editHeaders, onSignedOut } from './client';
export { AttemptKey, newKey } from './key';
export type * from './office';
export { asProblem, type FieldProblem, Problem, toProblem, unreachable } from './problem';
export type { paths } from './schema';
export type * from './types';
