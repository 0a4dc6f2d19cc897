/**
 * The first sight of 本月研判: its sentence stands in the page itself and is read before any script has come, which on a
 * telephone's line takes two seconds more. The pages put themselves in its place as soon as they are whole.
 */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { Progress } from "../contract/progress.ts";
import type { Text } from "../domain/model.ts";
import { firstAsked, linkTo } from "./first-answers.ts";

/** What stands at first sight: what a month comes to, and whether that is of invented reports. */
export interface FirstSight {
  readonly summary: Text;
  readonly isDemonstration: boolean;
}

const said = {
  zh: { product: "倍增台账", demonstration: "演示数据，不得引用" },
  en: { product: "Beizeng", demonstration: "Demonstration data, not to be quoted" },
} as const;

const escapes: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};
const escaped = (text: string) => text.replace(/[&<>"']/g, (sign) => escapes[sign] ?? sign);

/** The sentence in clauses, which the pages break last: it then stands in the lines in which they will show it. */
const inClauses = (sentence: string) =>
  sentence
    .split(/(?<=[，；：。])|(?<=[,;:] )/)
    .map((clause) => `<span class="clause">${escaped(clause.trimEnd())}</span>`)
    .join(sentence.includes(" ") ? " " : "");

/** Where the pages are put, as it stands in the built page. */
const place = '<div id="root"></div>';

/** The built page with what is known of its month standing where the pages will, in the frame that they will have. */
export function withFirstSight(page: string, { summary, isDemonstration }: FirstSight, language: "zh" | "en"): string {
  const { product, demonstration } = said[language];
  const banner = isDemonstration ? `<aside class="demonstration"><strong>${demonstration}</strong></aside>` : "";
  const frame = `<div class="masthead"><span class="masthead-name"><img src="/mark.svg" alt="" width="24" height="24" />${product}</span>
<div class="pages"></div></div>
<div class="pickers pickers-empty"></div><div class="time-place"></div>`;
  const sight = `<main id="content" aria-busy="true" data-first-sight=""><h1>${inClauses(summary[language])}</h1></main>`;
  const whole = page.replace(place, () => `<div id="root">${banner}${frame}${sight}</div>`);
  return language === "en" ? whole.replace('<html lang="zh-CN">', '<html lang="en">') : whole;
}

/** The month that an address asks for, as whoever asks for the page would be told it; null where they would be refused. */
async function sightAt(app: FastifyInstance, url: string, { headers }: FastifyRequest): Promise<FirstSight | null> {
  const cookie = headers.cookie === undefined ? {} : { cookie: headers.cookie };
  const answer = await app.inject({ url, headers: cookie });
  if (answer.statusCode !== 200) return null;
  const { summary, quotation } = answer.json<Progress>();
  return { summary, isDemonstration: quotation.isDemonstration };
}

/** Sends the one page of all addresses; `mayReadFigures` says whether figures are told to who asks. */
export const pageSender =
  (app: FastifyInstance, root: string, mayReadFigures: (request: FastifyRequest) => Promise<boolean>) =>
  async (request: FastifyRequest, reply: FastifyReply): Promise<unknown> => {
    const asked = firstAsked(request.url, await mayReadFigures(request));
    reply.headers({ "cache-control": "no-cache", link: linkTo(asked) });
    const sight = asked.progress === null ? null : await sightAt(app, asked.progress, request);
    if (sight === null) return reply.sendFile("index.html");
    const language = new URLSearchParams(request.url.split("?")[1]).get("lang") === "en" ? "en" : "zh";
    const page = withFirstSight(await readFile(join(root, "index.html"), "utf8"), sight, language);
    return reply.headers({ "cache-control": "private, no-cache" }).type("text/html; charset=utf-8").send(page);
  };
