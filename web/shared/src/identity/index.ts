export { Door, type Welcome } from './Door';
export { ForgotPage } from './ForgotPage';
export { InvitationPage } from './InvitationPage';
export { NewPassword } from './NewPassword';
export { ResetPage } from './ResetPage';
export { DevicesSection, EmailSection, type SecurityCalls } from './Security';
export { SignInPage } from './SignInPage';
export { judgePassword } from './strength';
