// What a callback throws cannot go through C's frames: it is kept until the C function that called the callback has returned.
let kept: { readonly error: unknown } | null = null;

/** While an error is on its way, no other callback runs. */
export const isErrorKept = (): boolean => kept !== null;

export function keepError(error: unknown): void {
  kept = { error };
}

/** Throws it. To be called when a C function has returned. */
export function rethrowKept(): void {
  if (!kept) return;
  const { error } = kept;
  kept = null;
  throw error;
}
