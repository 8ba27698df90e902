'use mixmod';
// Errors of the program and of JavaScript where promises reject. What is thrown on one side is thrown on the other.
import type { JSValue } from 'mixmod';

/** What leaves the function, as JavaScript has it. */
declare function caught(thrower: () => void): JSValue;
declare function raise(value: JSValue): void;
declare function makePromise<T>(
  executor: (resolve: (value: T) => void, reject: (reason: JSValue) => void) => void,
): Promise<T>;
declare function makeVoidPromise(
  executor: (resolve: () => void, reject: (reason: JSValue) => void) => void,
): Promise<void>;

/** The error as JavaScript has it: one that came from there is the same. */
export function valueOfError(error: Error): JSValue {
  return caught((): void => {
    throw error;
  });
}

/** The reason as the program has it. */
export function errorOf(reason: JSValue): Error {
  try {
    raise(reason);
  } catch (error) {
    if (error instanceof Error) return error;
  }
  return new Error('nothing was thrown');
}

export function onError<R>(rejected: (reason: Error) => R): (reason: JSValue) => R {
  return (reason: JSValue): R => rejected(errorOf(reason));
}

export function onErrorDo(rejected: (reason: Error) => void): (reason: JSValue) => void {
  return (reason: JSValue): void => {
    rejected(errorOf(reason));
  };
}

export function newPromise<T>(
  executor: (resolve: (value: T) => void, reject: (reason: Error) => void) => void,
): Promise<T> {
  return makePromise<T>((resolve, reject): void => {
    executor(resolve, (reason: Error): void => reject(valueOfError(reason)));
  });
}

export function newVoidPromise(
  executor: (resolve: () => void, reject: (reason: Error) => void) => void,
): Promise<void> {
  return makeVoidPromise((resolve, reject): void => {
    executor(resolve, (reason: Error): void => reject(valueOfError(reason)));
  });
}
