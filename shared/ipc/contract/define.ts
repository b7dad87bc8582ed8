import type { z } from 'zod';

/** A request from the renderer that main answers. `args` and `result` are parsed on main's side. */
export interface Call<A extends z.ZodType = z.ZodType, R extends z.ZodType = z.ZodType> {
  readonly kind: 'call';
  readonly args: A;
  readonly result: R;
  /** The error codes that main may answer with beside the general ones. The renderer translates them. */
  readonly errors: readonly string[];
}

/** A message from main to the renderer. `payload` is parsed before it is sent. */
export interface Event<P extends z.ZodType = z.ZodType> {
  readonly kind: 'event';
  readonly payload: P;
}

/** Declares a call. `errors` lists the codes that this call can fail with, for the renderer to translate. */
export function call<A extends z.ZodType, R extends z.ZodType>(
  args: A,
  result: R,
  errors: readonly string[] = [],
): Call<A, R> {
  return { kind: 'call', args, result, errors };
}

/** Declares an event from main. */
export function event<P extends z.ZodType>(payload: P): Event<P> {
  return { kind: 'event', payload };
}
