export { Brand } from './Brand';
export { freshenAfterUpdate } from './freshen';
export { LanguageSwitch } from './LanguageSwitch';
export { allowedGroups, type OfficeGroup, OfficeLayout, type OfficeLink } from './OfficeLayout';
export { type NavItem, PortalLayout } from './PortalLayout';
export { appQueryClient } from './query';
export { appRouter } from './router';
export { SignInPage } from './SignInPage';
export { useGoOn, useSignedOut } from './signedOut';
