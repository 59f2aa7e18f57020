export { Button, ButtonLink, IconButton, PaperLink } from './Button';
export { type CommentDraft, sendComment } from './CommentBox';
export { type Column, DataTable } from './DataTable';
export { Confirm, Dialog } from './Dialog';
export { Discussion } from './Discussion';
export { DocumentPage, Facts, NextStep, Section } from './DocumentPage';
export { Drawing } from './Drawing';
export {
  type ControlProps,
  Field,
  Form,
  FormGroup,
  SelectInput,
  TextArea,
  TextInput,
  UnsentNotice,
} from './Form';
export { FileDrop, Progress, RunResult, uploadFile, useRun } from './Import';
export { Icon, type IconName, iconNames } from './icons';
export { Keeper, useKept } from './keep';
export type { DrawerOf } from './ListDrawer';
export { ListPage } from './ListPage';
export { Money, Price, PricesHidden, Quantity, usePricesHidden } from './Numbers';
export {
  compareDecimal,
  currencySymbol,
  formatMoney,
  formatPrice,
  formatQuantity,
  judgeQuantity,
  type QuantityRule,
  readQuantity,
  stepQuantity,
  sumDecimals,
} from './number';
export { PasswordInput } from './PasswordInput';
export { Picture, Thumb } from './Picture';
export { Popover } from './Popover';
export { PriceTrace, TraceSteps } from './PriceTrace';
export { savePaper } from './paper';
export { type PictureSize, pictureAt } from './picture';
export { QuantityInput, QuantityRuleText } from './QuantityInput';
export { SearchBox } from './SearchBox';
export { EmptyState, ErrorState, Notice, QueryView, Skeleton, SkeletonBlock } from './States';
export { StateTag, Tag, type Tone } from './StateTag';
export { type Tab, Tabs } from './Tabs';
export { Timeline } from './Timeline';
export { exactTime, sayTime } from './time';
export { Toasts, toast, toastProblem } from './toast';
export { parseSearch, toAddress, useUrlState, writeSearch } from './url';
export type { Chosen } from './useChosen';
export { type CursorList, type CursorPage, useCursorList } from './useCursorList';
export { useNarrow } from './useNarrow';
export { useTitle } from './useTitle';
export { type Unsent, useUnsent } from './useUnsent';
export { When } from './When';
