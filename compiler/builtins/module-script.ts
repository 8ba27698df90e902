// The JavaScript that every compiled module carries: what wrappers leave to JavaScript because it is rare. Its text is compiled once
// for each Node environment when the module is loaded (`runtime/prelude/module.ll`).
import { gotText } from './argument-messages.ts';
import { v8Version } from '../../runtime/v8-version.ts';
import { errorMakers, lazyErrors, type LazyErrors } from './error-script.ts';

/** A parameter, as `argumentError` needs it. */
export interface ParameterDescription {
  /** `argumentMessage` up to what was got. */
  readonly head: string;
  /** typeof of the values that are of the right kind, but may be out of range; '' where there are none. */
  readonly kind: 'number' | 'bigint' | '';
  /** Of a parameter that views memory: the name of its type, to tell a detached one. */
  readonly view: string;
}

/** Makes the one function that native code calls. Everything it needs is inside, because only its text travels. */
function makeScript(
  got: typeof gotText,
  errors: LazyErrors,
  makerOf: ReturnType<typeof errorMakers>,
  version: () => number,
): (...operands: never[]) => unknown {
  // As they are when the module is loaded: programs may replace globals later.
  const { ArrayBuffer, Error, TypeError, RangeError, Number, Object, String, JSON } = globalThis;
  /** The function of a script of ours that is being called. */
  let hidden: unknown;
  const shared = new Int32Array(2);
  const hideScript = (error: Error): Error => {
    (Error as { captureStackTrace?: (error: Error, top: unknown) => void }).captureStackTrace?.(
      error,
      hidden ?? help,
    );
    return error;
  };
  const make = (type: string, name: string, position: string, message: string): Error =>
    errors.make(type, name, position, message, hidden ?? help);
  const define = (object: object, name: string, value: unknown, enumerable: boolean): unknown =>
    Object.defineProperty(object, name, { value, enumerable, writable: true, configurable: true });
  const tasks = [
    /** The error that compiled code has raised: its name, position and template, two numbers, or the message itself. */
    function raised(site: string, a: number, b: number, text: string | undefined): Error {
      const [name = '', position = '', ...template] = site.split('\n');
      const message =
        text ?? template.join('\n').replaceAll('{0}', String(a)).replaceAll('{1}', String(b));
      return make(name, name, position, message);
    },
    /** The error for an argument of the wrong type; `signature` is the JSON text of ParameterDescriptions. */
    function argument(signature: string, index: number, value: unknown): Error {
      const { head, kind, view } = (JSON.parse(signature) as ParameterDescription[])[
        index
      ] as ParameterDescription;
      const inKind = typeof value === kind;
      const shown = got(value, inKind);
      const text = head + (view !== '' && shown === view ? `a detached ${shown}` : shown);
      return hideScript(errors.bare(inKind ? RangeError : TypeError, text));
    },
    /** A zeroed ArrayBuffer; undefined where there is no memory for it. */
    function buffer(bytes: number): ArrayBuffer | undefined {
      try {
        return new ArrayBuffer(bytes);
      } catch {
        return undefined;
      }
    },
    function named(callable: object, arity: number): void {
      Object.defineProperty(callable, 'length', { value: arity, configurable: true });
    },
    /** An enum's object with TypeScript's reverse mapping; `members` is the JSON text of name and value pairs. */
    function enumeration(members: string): object {
      const object: Record<string, unknown> = {};
      for (const [name, value] of JSON.parse(members) as [string, string][]) {
        object[name] = Number(value);
        object[value] = name;
      }
      return Object.freeze(object);
    },
    /** The error for an object of an error class; `outer` is the error whose cause it is. */
    function thrown(site: string, name: string, message: string, outer: Error | undefined): Error {
      const [builtin = '', position = ''] = site.split('\n');
      const error = make(builtin, name, position, message);
      if (outer) define(outer, 'cause', error, false);
      return error;
    },
    /** A function that is told which function stacks begin below, or undefined, and gives what it was told before. */
    function hiding(): (callee: unknown) => unknown {
      return (callee) => {
        const before = hidden;
        hidden = callee;
        shared[1] = callee === undefined ? 0 : 1;
        return before;
      };
    },
    makerOf,
    /** What native code looks at: whether V8's own functions may be called, and whether stacks begin below a function of ours. */
    function sharing(): ArrayBuffer {
      shared[0] = version();
      return shared.buffer;
    },
  ];
  function help(task: number, ...operands: never[]): unknown {
    return (tasks[task] as (...operands: never[]) => unknown)(...operands);
  }
  return help;
}

/** A script whose value is the function; the prelude calls its tasks by their position. */
export const moduleScriptText = (): string =>
  `((errors) => (${makeScript.toString()})(${gotText.toString()}, errors, (${errorMakers.toString()})(errors.builtin, globalThis.process), () => (${v8Version.toString()})(globalThis.process)))((${lazyErrors.toString()})())`;
