/** The notice by which an office corrects an issued briefing (更正): what is otherwise, why, and what holds. Chinese, as a 通报 is. */
import type { Text } from "./model.ts";

/** A figure that reads otherwise than it was issued. */
interface NoticedErratum {
  readonly about: "target" | "department" | "lights";
  readonly subject: Text;
  readonly name: Text;
  readonly figure: ErratumFigure;
  readonly former: Text;
  readonly now: Text;
}

/** What was done since, and by whom. */
export interface NoticedCause {
  readonly kind: "correction" | "report" | "target" | "rule" | "calendar";
  readonly subject: Text | null;
  readonly name: Text | null;
  /** YYYY-MM. */
  readonly month: string | null;
  readonly former: string | null;
  readonly now: string | null;
  readonly reason: string | null;
  readonly by: Text | null;
  /** YYYY-MM-DD. */
  readonly on: string;
}

/** What is corrected, and on which day the notice is written. */
export interface Noticed {
  readonly title: string;
  readonly year: number;
  readonly number: number;
  /** YYYY-MM-DD. */
  readonly issuedOn: string;
  readonly today: string;
  readonly issuer: string;
  readonly errata: readonly NoticedErratum[];
  readonly causes: readonly NoticedCause[];
}

/** A section of the notice; the last one is followed by its table. */
export interface ErratumNotice {
  readonly title: string;
  readonly opening: string;
  readonly sections: readonly { readonly heading: string; readonly paragraphs: readonly string[] }[];
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
  readonly closing: string;
  readonly signedBy: string;
  readonly day: string;
}

type ErratumFigure = "target" | "achieved" | "completion" | "gap" | "light" | "composite" | "rank" | "count";

/** What each figure is called in a notice. */
const figureWords: Readonly<Record<ErratumFigure, string>> = {
  target: "目标",
  achieved: "已完成",
  completion: "完成率",
  gap: "差距",
  light: "亮灯",
  composite: "综合完成率",
  rank: "位次",
  count: "目标项数",
};

const dayInWords = (day: string) => day.replace(/^(\d{4})-0?(\d+)-0?(\d+)$/, "$1年$2月$3日");
const monthInWords = (month: string) => month.replace(/^(\d{4})-0?(\d+)$/, "$1年$2月");

/** A title within a title has the smaller marks. */
const quoted = (title: string) => title.replaceAll("《", "〈").replaceAll("》", "〉");

/** What a reason says, without the full stop that ends it. */
const told = (reason: string) => reason.trim().replace(/(?<![。；\s])[。；\s]+$/, "");

function causeInWords({ kind, subject, name, month, former, now, reason, by, on }: NoticedCause): string {
  const what = `${subject?.zh ?? ""}${name?.zh ?? ""}`;
  const when = month === null ? "" : monthInWords(month);
  const why = reason === null || reason.trim() === "" ? "" : `原因：${told(reason)}。`;
  const day = dayInWords(on);
  switch (kind) {
    case "correction":
      return `${when}${what}由“${former}”更正为“${now}”，${by === null ? "" : `${by.zh}报送更正，`}${day}审核通过。${why}`;
    case "report":
      return `${when}${what}于${day}补报${by === null ? "" : `（${by.zh}）`}，为“${now}”。${why}`;
    case "target":
      return `${what}的目标自${when}起由“${former}”调整为“${now}”，${day}录入。${why}`;
    case "rule":
      return `亮灯规则自${when}起调整，${day}录入。${why}`;
    case "calendar":
      return `入库日历自${when}起调整，${day}录入。${why}`;
  }
}

/** What a row is about, and of it what: a target's name, a unit, or a light. */
function rowOf({ about, subject, name, figure, former, now }: NoticedErratum): readonly string[] {
  const [what, of] =
    about === "target"
      ? [subject.zh, name.zh]
      : about === "department"
        ? [subject.zh, "责任单位"]
        : ["亮灯统计", name.zh];
  return [what, of, figureWords[figure], former.zh, now.zh];
}

/** The notice; null where nothing is to be corrected. */
export function erratumNotice(noticed: Noticed): ErratumNotice | null {
  const { title, year, number, issuedOn, today, issuer, errata, causes } = noticed;
  if (errata.length === 0) return null;
  return {
    title: `关于更正${year}年第${number}期通报有关数据的通知`,
    opening: `${dayInWords(issuedOn)}印发的《${quoted(title)}》（${year}年第${number}期）所引数据其后有变动，现更正如下。`,
    sections: [
      ...(causes.length === 0 ? [] : [{ heading: "更正原因", paragraphs: causes.map(causeInWords) }]),
      { heading: "更正内容", paragraphs: [`共${errata.length}处，原数和更正后的数见下表。`] },
    ],
    columns: ["事项", "指标", "项目", "原数", "更正为"],
    rows: errata.map(rowOf),
    closing: "该期通报其余内容不变，引用上述数据的以本通知为准。",
    signedBy: issuer,
    day: dayInWords(today),
  };
}
