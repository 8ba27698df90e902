// The JavaScript that every compiled module carries: what wrappers leave to JavaScript because it is rare. Its text is compiled once
// for each Node environment when the module is loaded (`runtime/prelude/module.ll`).
import { gotText } from './argument-messages.ts';

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
function makeScript(got: typeof gotText): (...operands: never[]) => unknown {
  // As they are when the module is loaded: programs may replace globals later.
  const { Error, TypeError, RangeError, SyntaxError, EvalError, URIError, ReferenceError } =
    globalThis;
  const { ArrayBuffer, Map, Number, Object, Reflect, String, JSON } = globalThis;
  const errors = new Map(
    [Error, TypeError, RangeError, SyntaxError, EvalError, URIError, ReferenceError].map(
      (constructor) => [constructor.name, constructor],
    ),
  );
  /** The function of a script of ours that is being called. */
  let hidden: unknown;
  const hideScript = (error: Error): Error => {
    (Error as { captureStackTrace?: (error: Error, top: unknown) => void }).captureStackTrace?.(
      error,
      hidden ?? help,
    );
    return error;
  };
  /** Without a trace, which takes most of the time that an error does. */
  const bare = (constructor: ErrorConstructor, message: string): Error => {
    const limit: unknown = Error.stackTraceLimit;
    try {
      if (typeof limit === 'number') Error.stackTraceLimit = 0;
      return new constructor(message);
    } finally {
      if (typeof limit === 'number') Error.stackTraceLimit = limit;
    }
  };
  /** What a trace is taken of in an error's place. */
  const Trace = function (this: Record<string, unknown>, name: string, message: string): void {
    this['name'] = name;
    this['message'] = message;
  } as unknown as new (name: string, message: string) => Error;
  (Trace as { prototype: object }).prototype = Error.prototype;
  /** An error of a built-in type, made where compiled code has made it. Its stack is written when it is read first, as V8's own are. */
  const make = (type: string, name: string, position: string, message: string): Error => {
    const error = bare(errors.get(type) ?? Error, message);
    if (name !== error.name) define(error, 'name', name, true);
    const trace = hideScript(new Trace(name, message));
    const settle = (object: object, value: unknown): boolean =>
      Reflect.defineProperty(object, 'stack', { value, writable: true, configurable: true });
    Object.defineProperty(error, 'stack', {
      get: () => {
        const value = stackText(trace.stack, `${name}: ${message}`.replace(/: $/, ''), position);
        settle(error, value);
        return value;
      },
      set(this: object, value: unknown) {
        settle(this, value);
      },
      enumerable: false,
      configurable: true,
    });
    return error;
  };
  const stackText = (stack: unknown, head: string, position: string): string => {
    const line = `\n    at ${position}`;
    // V8 and JavaScriptCore differ in what a stack begins with.
    if (typeof stack !== 'string') return head + line;
    return stack.startsWith(head)
      ? head + line + stack.slice(head.length)
      : `${head}${line}\n${stack}`;
  };
  interface Maker {
    readonly type: string;
    readonly make: object;
  }
  /** By the number of a site: what makes its errors, a function that stands where compiled code does; undefined where there is none. */
  const makers = new Map<number, Maker | undefined>();
  const makerAt = (site: string): Maker | undefined => {
    const [type = '', position = ''] = site.split('\n');
    const parts = /^(\S+) \((.+):(\d+):(\d+)\)$/.exec(position);
    const vm = globalThis.process?.getBuiltinModule?.('node:vm');
    if (!parts || !vm) return undefined;
    const [, value, filename = '', line, column] = parts;
    const text = `(Error) => (message) =>\n${' '.repeat(Number(column) - 1)}new Error(message)`;
    try {
      const script = new vm.Script(text, { filename, lineOffset: Number(line) - 2 });
      const make = (script.runInThisContext() as (one: unknown) => object)(errors.get(type));
      return { type, make: Object.defineProperty(make, 'name', { value }) };
    } catch {
      return undefined;
    }
  };
  const define = (object: object, name: string, value: unknown, enumerable: boolean): unknown =>
    Object.defineProperty(object, name, { value, enumerable, writable: true, configurable: true });
  const tasks = [
    /** The error that compiled code has raised: its name, position and template, two numbers, or the message itself. */
    function raised(site: string, a: number, b: number, text: string | undefined): Error {
      const [name = '', position = '', ...template] = site.split('\n');
      const message =
        text ?? template.join('\n').replace(/\{([01])\}/g, (_, n) => String(n === '0' ? a : b));
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
      return hideScript(new (inKind ? RangeError : TypeError)(text));
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
        return before;
      };
    },
    /**
     * What makes the errors of a site when native code calls it; undefined where that does not do. `name`: of the error, undefined where
     * it is that of the built-in type. `text`: of the site, or undefined: null is given then where that is needed.
     */
    function maker(site: number, name: string | undefined, text: string | undefined): unknown {
      if (hidden !== undefined) return undefined;
      if (text !== undefined) makers.set(site, makerAt(text));
      else if (!makers.has(site)) return null;
      const found = makers.get(site);
      return found && (name === undefined || name === found.type) ? found.make : undefined;
    },
  ];
  function help(task: number, ...operands: never[]): unknown {
    return (tasks[task] as (...operands: never[]) => unknown)(...operands);
  }
  return help;
}

/** A script whose value is the function; the prelude calls its tasks by their position. */
export const moduleScriptText = (): string => `(${makeScript.toString()})(${gotText.toString()})`;
