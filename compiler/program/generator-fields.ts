// What every generator object has: the fields that `check` reads, `flow` writes and the untranslated program keeps.

/** Where its body goes on: at its start, behind a `suspend`, or nowhere. An i32. */
export const STATE_FIELD = 'state';
/** What it has yielded last. */
export const VALUE_FIELD = 'value';
/** What its body has returned, where that is something. */
export const RESULT_FIELD = 'result';
/** What `next` has been given, where it takes something. */
export const SENT_FIELD = 'sent';
/** What `throw` raises where the body stands, in programs that use it. */
export const THROWN_FIELD = 'thrown';
/** The slot of its body in the tables of methods. */
export const RESUME = 'resume';

export const STATES = { start: 0, running: -1, done: -2 } as const;
