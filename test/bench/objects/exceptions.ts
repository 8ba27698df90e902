'use mixmod';
// Exceptions: thrown and caught in loops, through many frames, by class, past finally.

class ParseError extends Error {
  readonly offset: number;

  constructor(message: string, offset: number) {
    super(message);
    this.offset = offset;
  }
}

class EndOfInput extends ParseError {}

function check(value: number): number {
  if (value % 3 === 0) throw new EndOfInput('the end', value);
  if (value % 5 === 0) throw new ParseError(`no ${value}`, value);
  return value;
}

/** A throw in every other turn or so; which class it is of decides what it counts. */
export function caught(n: number): number {
  let total = 0;
  for (let i = 1; i <= n; i++) {
    try {
      total += check(i);
    } catch (error) {
      if (error instanceof EndOfInput) total -= error.offset;
      else if (error instanceof ParseError) total += error.message.length;
      else throw error;
    }
  }
  return total;
}

/** The way without a throw. */
export function notThrown(n: number): number {
  let total = 0;
  for (let i = 0; i < n; i++) {
    try {
      total += check(i * 15 + 1);
    } catch {
      return -1;
    }
  }
  return total;
}

function descend(depth: number, offset: number): number {
  if (depth === 0) throw new ParseError('deep', offset);
  return descend(depth - 1, offset + 1) + 1;
}

/** Through a hundred frames each time. */
export function unwound(n: number): number {
  let total = 0;
  for (let i = 0; i < n; i++) {
    try {
      total += descend(100, i);
    } catch (error) {
      if (error instanceof ParseError) total += error.offset - i;
    }
  }
  return total;
}

let open = 0;

function guarded(depth: number): number {
  open++;
  try {
    return depth === 0 ? check(15) : guarded(depth - 1);
  } finally {
    open--;
  }
}

/** Every frame has something to do on the way; 0 is open in the end. */
export function finalized(n: number): number {
  let caughtErrors = 0;
  for (let i = 0; i < n; i++) {
    try {
      guarded(20);
    } catch (error) {
      if (error instanceof EndOfInput) caughtErrors++;
    }
  }
  return open === 0 ? caughtErrors : -1;
}

export function run(n: number): number {
  return caught(n) + notThrown(n) + unwound(n) + finalized(n);
}
