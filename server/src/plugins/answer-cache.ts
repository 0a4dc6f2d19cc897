/** Ready answers by key, the least recently used dropped first when their bytes exceed the bound. */

/** The bytes of an answer and the headers that go with them. */
export interface ReadyAnswer {
  readonly body: Buffer;
  readonly headers: Readonly<Record<string, string | number>>;
}

/** A cache of answers that all belong to one state of the product; `stateIs` empties it when that state passes. */
export function answerCache(maximumBytes: number) {
  const answers = new Map<string, ReadyAnswer>();
  let state = "";
  let bytes = 0;
  const drop = (key: string, answer: ReadyAnswer) => {
    answers.delete(key);
    bytes -= answer.body.length;
  };
  return {
    /** Names the state in which the product is; answers of another one are forgotten. */
    stateIs(now: string): void {
      if (now === state) return;
      answers.clear();
      bytes = 0;
      state = now;
    },
    /** The answer to a question in the present state, which counts as a use of it. */
    find(key: string): ReadyAnswer | undefined {
      const answer = answers.get(key);
      if (answer !== undefined) {
        answers.delete(key);
        answers.set(key, answer);
      }
      return answer;
    },
    /** Keeps an answer made in the state named; one made in a state that has passed is not kept. */
    keep(madeIn: string, key: string, answer: ReadyAnswer): void {
      if (madeIn !== state || answer.body.length > maximumBytes) return;
      const former = answers.get(key);
      if (former !== undefined) drop(key, former);
      answers.set(key, answer);
      bytes += answer.body.length;
      for (const [oldest, dropped] of answers) {
        if (bytes <= maximumBytes) break;
        drop(oldest, dropped);
      }
    },
    /** Bytes held, of bodies alone. */
    size: () => bytes,
  };
}
