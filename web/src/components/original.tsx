import type { ReactNode } from "react";

/** Words of a document or of a reporter, which stay Chinese in every language of the pages, and say so to who hears them. */
export const Original = ({ children }: { readonly children: ReactNode }) => <span lang="zh-CN">{children}</span>;

/** A run of Chinese, numbers and brackets between its characters included: 一（二）, 汶政字〔2021〕54号. */
const chineseRun = /(\p{Script=Han}(?:[\p{Script=Han}（）〔〕《》“”、\d]*[\p{Script=Han}）〕》])?)/u;

/** A sentence of ours that may quote the document: what is Chinese in it is marked as such. */
export function Quoting({ children }: { readonly children: string }) {
  return children.split(chineseRun).map((part, place) =>
    // biome-ignore lint/suspicious/noArrayIndexKey: parts have no other identity than their place
    place % 2 === 1 ? <Original key={place}>{part}</Original> : part,
  );
}

/** A part of the document that has a number alone, which would read as a dash where it is the first. */
const isPart = /^[一二三四五六七八九十]+$/;

/** Where something stands in the document: 一（二）, 第一部分. */
export const Clause = ({ children: clause }: { readonly children: string }) => (
  <Original>{isPart.test(clause) ? `第${clause}部分` : clause}</Original>
);
