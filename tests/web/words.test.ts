import { describe, expect, it } from "vitest";
import { words as en } from "../../web/src/words/en/words.ts";
import { words as zh } from "../../web/src/words/zh-CN/words.ts";

/** Every word by its path, such as `light.met` → 已完成. */
function flat(words: object, path = ""): Map<string, string> {
  return new Map(
    Object.entries(words).flatMap(([key, word]: [string, unknown]) =>
      typeof word === "object" && word !== null ? [...flat(word, `${path}${key}.`)] : [[`${path}${key}`, String(word)]],
    ),
  );
}
const gapsOf = (word: string) => [...word.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name).sort();

describe("the words of the two languages", () => {
  const [chinese, english] = [flat(zh), flat(en)];
  /** English says one of a kind in words of its own; Chinese has no such form. */
  const ofOne = [...english.keys()].filter((key) => key.endsWith("_one"));

  it("have the same keys, but for what English says of one", () => {
    const shared = [...english.keys()].filter((key) => !ofOne.includes(key));
    expect(shared.sort()).toEqual([...chinese.keys()].sort());
    for (const key of ofOne) expect(chinese.has(key.replace(/_one$/, "")), key).toBe(true);
  });

  it("leave no other gaps to fill for one than for many", () => {
    expect(ofOne.length).toBeGreaterThan(0);
    for (const key of ofOne) {
      const many = gapsOf(english.get(key.replace(/_one$/, "")) ?? "");
      expect(many, key).toEqual(expect.arrayContaining(gapsOf(english.get(key) ?? "")));
    }
  });

  it("say something each", () => {
    for (const words of [chinese, english]) {
      for (const [key, word] of words) expect(word.trim(), key).not.toBe("");
    }
  });

  it("leave the same gaps to fill, but for the ways of writing a month", () => {
    for (const [key, word] of chinese) {
      if (key.startsWith("month.") || key.startsWith("horizon.")) continue;
      expect(gapsOf(english.get(key) ?? ""), key).toEqual(gapsOf(word));
    }
  });

  it("carry no Chinese into English, nor an exclamation mark anywhere", () => {
    for (const [key, word] of english) expect(word, key).not.toMatch(/[\u4e00-\u9fff]/);
    for (const word of [...chinese.values(), ...english.values()]) expect(word).not.toMatch(/[!！]/);
  });
});
