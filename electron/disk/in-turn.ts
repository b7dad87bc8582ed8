/** Runs actions one after the other, in the order they were asked for; one that fails does not stop the next. */
export type InTurn = <T>(action: () => Promise<T>) => Promise<T>;

/** A queue of its own for each store, so that two calls never write the same file at once. */
export function inTurn(): InTurn {
  let last: Promise<unknown> = Promise.resolve();
  return <T>(action: () => Promise<T>): Promise<T> => {
    const result = last.then(action, action);
    last = result.catch(() => undefined);
    return result;
  };
}
