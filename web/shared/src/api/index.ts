export { api, body, editHeaders, onSignedOut } from './client';
export { AttemptKey, newKey } from './key';
export type * from './office';
export type { paths } from './paths';
export { asProblem, type FieldProblem, Problem, toProblem, unreachable } from './problem';
export type * from './types';
