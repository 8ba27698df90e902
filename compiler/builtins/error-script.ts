// The JavaScript that makes the errors which leave compiled modules, as it stands in the script that every module carries
// (`module-script.ts`). V8 takes a trace of an error once, and writes its text when somebody reads `stack`: so do these.

export interface LazyErrors {
  /** By name. */
  readonly builtin: ReadonlyMap<string, ErrorConstructor>;
  /** Without a trace, which takes most of the time that an error does. */
  bare(constructor: ErrorConstructor, message: string): Error;
  /** An error of a built-in type, made where compiled code has made it: its trace begins below the function `top`. */
  make(type: string, name: string, position: string, message: string, top: unknown): Error;
}

/** Everything it needs is inside, because only its text travels. */
export function lazyErrors(): LazyErrors {
  // As they are when the module is loaded: programs may replace globals later.
  const { Error, TypeError, RangeError, SyntaxError, EvalError, URIError, ReferenceError } =
    globalThis;
  const { Map, Object, Reflect } = globalThis;
  const all = [Error, TypeError, RangeError, SyntaxError, EvalError, URIError, ReferenceError];
  const builtin = new Map(all.map((constructor) => [constructor.name, constructor]));
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
  const written = (stack: unknown, head: string, position: string): string => {
    const line = `\n    at ${position}`;
    // V8 and JavaScriptCore differ in what a stack begins with.
    if (typeof stack !== 'string') return head + line;
    return stack.startsWith(head)
      ? head + line + stack.slice(head.length)
      : `${head}${line}\n${stack}`;
  };
  const settle = (object: object, name: string, value: unknown, enumerable: boolean): boolean =>
    Reflect.defineProperty(object, name, { value, enumerable, writable: true, configurable: true });
  const make: LazyErrors['make'] = (type, name, position, message, top) => {
    const error = bare(builtin.get(type) ?? Error, message);
    if (name !== error.name) settle(error, 'name', name, true);
    const trace = new Trace(name, message);
    (Error as { captureStackTrace?: (of: Error, top: unknown) => void }).captureStackTrace?.(
      trace,
      top,
    );
    Object.defineProperty(error, 'stack', {
      get: () => {
        const value = written(trace.stack, `${name}: ${message}`.replace(/: $/, ''), position);
        settle(error, 'stack', value, false);
        return value;
      },
      set(this: object, value: unknown) {
        settle(this, 'stack', value, false);
      },
      enumerable: false,
      configurable: true,
    });
    return error;
  };
  return { builtin, bare, make };
}

/** What `node:vm` has of what is needed. */
interface Host {
  readonly versions?: Readonly<Record<string, string | undefined>>;
  getBuiltinModule?(name: 'node:vm'): {
    readonly Script: new (text: string, options: object) => { runInThisContext(): unknown };
  };
}

/**
 * Gives the function that makes the errors of a site, whose text that is, when native code calls it with a message. It stands where compiled
 * code does, so that the trace begins there. undefined where that cannot be.
 */
export function errorMakers(
  builtin: LazyErrors['builtin'],
  host: Host | undefined,
): (site: string) => object | undefined {
  const { Map, Number, Object } = globalThis;
  const makers = new Map<string, object | undefined>();
  const makerOf = (site: string): object | undefined => {
    const [type = '', position = ''] = site.split('\n');
    // Where the stack is nearly at its end, even this may be too much: then the error is made in another way.
    try {
      const parts = /^(\S+) \((.+):(\d+):(\d+)\)$/.exec(position);
      const vm = host?.getBuiltinModule?.('node:vm');
      // Bun's engine has another place for a call than V8: the column would be wrong.
      if (!parts || !vm || host?.versions?.['bun'] !== undefined) return undefined;
      const [, value, filename = '', line, column] = parts;
      const text = `(Error) => (message) =>\n${' '.repeat(Number(column) - 1)}new Error(message)`;
      const script = new vm.Script(text, { filename, lineOffset: Number(line) - 2 });
      const make = (script.runInThisContext() as (one: unknown) => object)(builtin.get(type));
      return Object.defineProperty(make, 'name', { value });
    } catch {
      return undefined;
    }
  };
  return (site) => {
    // Native code keeps the last ones only.
    if (!makers.has(site)) makers.set(site, makerOf(site));
    return makers.get(site);
  };
}
