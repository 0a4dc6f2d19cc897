/** Words of 登录, in Chinese. */
export const signIn = {
  title: "登录",
  play: "选一个演示身份",
  playDetail: "演示库不用密码：点一个人，就以他的身份查看和办理。这些人都是虚构的，只在演示库中有。",
  everyPlan: "全部方案",
  people: "{{count}}人",
};
