export type { Change, Interests } from './change';
export { useLive } from './useLive';
