/** Words of the notes of leaders (批示), and of what is new. */
export const notes = {
  title: "批示",
  none: "{{month}}及以前没有批示。",
  count: "{{count}}条，{{open}}条未办结",
  beside: "批示{{count}}条",
  ofMonth: "全月",
  ofSubject: "整个事项",
  about: "针对",
  from: "{{month}}批示",
  state: { open: "待回复", answered: "已回复", settled: "已落实", withdrawn: "已撤回" },
  answered: "{{unit}}回复",
  settled: "已落实",
  do: { answer: "回复", settle: "标记已落实", withdraw: "撤回" },
  text: { answer: "回复（落实情况）", settle: "说明（可不填）" },
  confirm: { answer: "提交回复", settle: "确认已落实", withdraw: "确认撤回" },
  withdrawing: "撤回后内容不再显示，审计中仍保留。",
  cancel: "取消",
  write: "对{{month}}的批示",
  send: "留下批示",
  kept: "批示随月份留存，不能修改；责任单位可以回复。",
  failed: "没有送达，内容还在这里，请再试一次。",
};

/** Words of the page 新动态. */
export const news = {
  title: "新动态",
  since: "{{at}} 上次登录以来",
  first: "最近的动态（此前没有登录记录）",
  none: "上次登录以来没有新的动态。这里将列出审核入账、更正、结账、目标调整、批示和回复。",
  shortened: "只列最近 {{count}} 条。",
  private: "上次登录的时间只有本人可见。",
  kind: {
    reported: "入账",
    corrected: "更正",
    closed: "结账",
    "reopening-asked": "申请重开",
    reopened: "重开",
    revised: "目标调整",
    note: "批示",
    answer: "回复",
    settled: "已落实",
  },
};
