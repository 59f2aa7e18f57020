export { parseBlock, plainDecimal } from './block';
export type { Change, GridColumn, Reading } from './columns';
export { type CellEdit, type Edits, type GridEdits, useGridEdits } from './edits';
export { Grid } from './Grid';
