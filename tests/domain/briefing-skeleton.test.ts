import {
  builtSections,
  plainSkeleton,
  type Skeleton,
  skeletonFault,
} from "@beizeng/server/domain/briefing-skeleton.ts";
import { describe, expect, test } from "vitest";

const made = [
  { key: "overall", paragraphs: ["甲。", "乙。"] },
  { key: "problems", paragraphs: ["丙。"] },
  { key: "next", paragraphs: ["丁。"] },
] as const;

describe("a skeleton", () => {
  test("of the product has the three sections of a 通报 and nothing of its own", () => {
    expect(skeletonFault(plainSkeleton)).toBeNull();
    expect(builtSections(plainSkeleton, made)).toEqual([
      { kind: "overall", heading: "总体情况", paragraphs: ["甲。", "乙。"] },
      { kind: "problems", heading: "存在问题", paragraphs: ["丙。"] },
      { kind: "next", heading: "下步工作", paragraphs: ["丁。"] },
    ]);
  });

  test("puts the office's text before what is made, leaves sections out and orders them as it likes", () => {
    const skeleton: Skeleton = {
      sections: [
        { kind: "next", heading: "下一步", text: " 戊。\n\n己。" },
        { kind: "own", heading: "要求", text: "=庚" },
        { kind: "overall", heading: "总体情况", text: "" },
      ],
      annexes: [],
    };
    expect(skeletonFault(skeleton)).toBeNull();
    expect(builtSections(skeleton, made)).toEqual([
      { kind: "next", heading: "下一步", paragraphs: ["戊。", "己。", "丁。"] },
      { kind: "own", heading: "要求", paragraphs: ["=庚"] },
      { kind: "overall", heading: "总体情况", paragraphs: ["甲。", "乙。"] },
    ]);
  });
});

const own = { kind: "own", heading: "要求", text: "甲" } as const;
test.each<[string, Partial<Skeleton>, string, string]>([
  ["no section", { sections: [] }, "至少要有一个部分", "there must be a section"],
  [
    "one section twice",
    { sections: [...plainSkeleton.sections, { kind: "next", heading: "又", text: "" }] },
    "同一部分出现了两次",
    "a section stands twice",
  ],
  ["one annex twice", { annexes: ["chains", "chains"] }, "同一附件出现了两次", "an annex stands twice"],
  ["a heading of spaces", { sections: [{ ...own, heading: "  " }] }, "标题不能空着", "a heading is empty"],
  [
    "an own section of spaces",
    { sections: [{ ...own, text: " \n " }] },
    "自写部分没有内容",
    "a section of one's own has no text",
  ],
])("a skeleton with %s is refused", (_, changed, zh, en) => {
  expect(skeletonFault({ ...plainSkeleton, ...changed })).toEqual({ zh, en });
});

test("own sections may be several, and a made one needs no text", () => {
  expect(skeletonFault({ sections: [own, { ...own, heading: "说明" }], annexes: ["chains", "behind"] })).toBeNull();
});
