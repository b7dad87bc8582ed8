/**
 * Asks one by one, answered together: what is asked for in one turn of the event loop goes in one call, at most `most`
 * of it.
 *
 * @param ask answers in the order of the questions
 */
export function together<Q, A>(
  most: number,
  ask: (questions: readonly Q[]) => Promise<readonly A[]>,
): (question: Q) => Promise<A> {
  type Waiting = {
    readonly question: Q;
    readonly resolve: (answer: A) => void;
    readonly reject: (error: unknown) => void;
  };
  const waiting: Waiting[] = [];
  async function flush(): Promise<void> {
    const asked = waiting.splice(0, most);
    if (waiting.length > 0) void flush();
    try {
      const answers = await ask(asked.map(({ question }) => question));
      for (const [at, { resolve, reject }] of asked.entries()) {
        if (at < answers.length) resolve(answers[at] as A);
        else reject(new Error('A question was not answered.'));
      }
    } catch (error) {
      for (const { reject } of asked) reject(error);
    }
  }
  return (question) =>
    new Promise((resolve, reject) => {
      waiting.push({ question, resolve, reject });
      if (waiting.length === 1) queueMicrotask(() => void flush());
    });
}
