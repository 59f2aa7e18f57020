export type { Change, Interests } from './change';
export { tellTabs } from './tabs';
export { useLive } from './useLive';
