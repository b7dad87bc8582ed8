/** How many random courses of events each property is tried with; a nightly run takes more (`WEGMARKE_SEEDS`). */
export const seeds = Math.max(1, Number(process.env.WEGMARKE_SEEDS ?? 100));

/** Milliseconds that a property may take. */
export const patience = 30_000 + 20 * seeds;
