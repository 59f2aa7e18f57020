export type { ChartProps } from './ChartFrame';
export { type Day, DayBars } from './DayBars';
export { RankedBars } from './RankedBars';
export { Share } from './Share';
export { everyDay, type Part, percentOf, type Value } from './scale';
