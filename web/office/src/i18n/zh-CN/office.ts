export default {
  brand: '渠道',
  signIn: {
    title: '登录工作台',
    hint: '品牌方员工入口',
    username: '用户名',
    password: '密码',
    submit: '登录',
  },
  home: {
    title: '工作台',
    welcome: '{{name}},您好',
    hint: '从左侧选择要做的事。',
  },
};
