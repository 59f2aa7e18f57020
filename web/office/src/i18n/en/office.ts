export default {
  brand: 'Qudao',
  signIn: {
    title: 'Sign in to the office',
    hint: 'For the staff of the brand',
    username: 'User name',
    password: 'Password',
    submit: 'Sign in',
  },
  home: {
    title: 'Desk',
    welcome: 'Hello {{name}}',
    hint: 'Choose what to do at the left.',
  },
};
