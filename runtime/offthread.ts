// `offthread` and what functions inside of it ask, for files that Node runs as they are: at build time, or without mixmod. The printed and
// the compiled programs have their own.

/** The function's calls give promises; they run on this thread. */
export const offthread =
  <A extends readonly unknown[], R>(run: (...args: A) => R) =>
  async (...args: [...args: A, options?: object]): Promise<R> => {
    await Promise.resolve();
    return run(...(args as unknown as A));
  };

export const aborted = (): boolean => false;

export const progress = (_value: number): void => {};
