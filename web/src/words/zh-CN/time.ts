/** Words of the strip of months below what a page is asked. */
export const time = {
  play: "逐月播放",
  pause: "暂停",
  slider: "月份（方向键逐月移动）",
  knownOn: "按某日已知",
  knownOnShort: "某日已知",
  now: "回到现在",
};
