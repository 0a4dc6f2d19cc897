/** What holds up the event loop: the longest single statement of a product whose every statement is watched. */
import { startProcess } from "../processes/conversation.ts";
import type { Question } from "../questions.ts";
import { oneUser } from "./one-user.ts";

const asksOfEach = 40;

/** The longest statement of all questions and the longest time between two turns of the event loop, in milliseconds. */
export async function longestHold(file: string, questions: readonly Question[], counties: number) {
  const product = await startProcess("product.ts", file, "timed");
  const user = oneUser(product);
  // The first round prepares statements and compiles code.
  const holds = { statement: 0, eventLoop: 0 };
  for (const isMeasured of [false, true]) {
    await product.ask("longest");
    for (const { addresses } of questions) {
      for (let place = 0; place < asksOfEach; place += 1) {
        if (place % 10 === 0) await product.ask("raise");
        const ofCounty = addresses((place % counties) + 1);
        await user.ask(ofCounty[place % ofCounty.length] ?? "");
      }
    }
    if (isMeasured) Object.assign(holds, await product.ask("longest"));
  }
  user.leave();
  await product.end();
  return holds;
}
