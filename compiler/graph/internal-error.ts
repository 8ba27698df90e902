// A mistake of the compiler itself, never of the program: thrown by every stage after `check`.

export class InternalError extends Error {
  override readonly name = 'InternalError';
}

/** For branches that the types say cannot be reached. */
export function assertNever(value: never): never {
  throw new InternalError(`unexpected ${JSON.stringify(value)}`);
}
