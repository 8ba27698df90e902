// A manifest → the module that JavaScript sees: one object with the names of both levels. `mixmod build` copies the
// compiled form of this file beside a module's own, so it imports nothing.
type Names = Readonly<Record<string, unknown>>;

interface Manifest {
  readonly name: string;
  readonly interpleveldefs: Names;
  readonly appleveldefs: Names;
  readonly submodules: Names;
  readonly startup: (() => void) | null;
  readonly shutdown: (() => void) | null;
}

const LEVELS = ['interpleveldefs', 'appleveldefs', 'submodules'] as const;
const HOOKS = ['startup', 'shutdown'] as const;
const KEYS: ReadonlySet<string> = new Set(['name', ...LEVELS, ...HOOKS]);

/** Throws TypeError for what is no manifest. */
export function mixedModule(definition: unknown): object {
  const manifest = checkedManifest(definition);
  const levels = levelsOf(manifest);
  const known = hotModules()?.get(manifest.name);
  if (known) known.replace(manifest, levels);
  const module = known ?? new Started(manifest, levels);
  hotModules()?.set(manifest.name, module);
  return module.namespace;
}

/** By name, where modules are exchanged while a program runs (`mixmod run --watch`); else undefined. */
const hotModules = (): Map<string, Started> | undefined =>
  Reflect.get(globalThis, Symbol.for('mixmod.hotModules')) as Map<string, Started> | undefined;

type Levels = ReadonlyMap<string, Names>;

/** A module of which startup runs before the first name is read, once in each environment. */
class Started {
  readonly namespace: object = Object.create(null) as object;
  #manifest: Manifest;
  #state: 'new' | 'starting' | 'started' | 'ended' = 'new';
  #endsWithProcess = false;

  constructor(manifest: Manifest, levels: Levels) {
    this.#manifest = manifest;
    this.#define(levels);
    Object.defineProperty(this.namespace, Symbol.toStringTag, { value: manifest.name });
    if (!hotModules()) Object.preventExtensions(this.namespace);
  }

  /** Ends what the old manifest has started; the object has the new one's names from now on. */
  replace(manifest: Manifest, levels: Levels): void {
    try {
      this.#end();
    } catch (error) {
      console.error(`mixed module '${manifest.name}': shutdown threw ${textOf(error)}`);
    }
    for (const name of Object.keys(this.namespace)) Reflect.deleteProperty(this.namespace, name);
    this.#manifest = manifest;
    this.#state = 'new';
    this.#define(levels);
  }

  #define(levels: Levels): void {
    for (const [name, level] of levels)
      Object.defineProperty(this.namespace, name, {
        enumerable: true,
        configurable: true,
        get: () => this.#link(name, level),
      });
  }

  /** The name's value, which stands in place of its accessor from now on. */
  #link(name: string, level: Names): unknown {
    this.#start();
    const value = level[name];
    // While startup runs, names may still be unset.
    if (this.#state === 'started')
      Object.defineProperty(this.namespace, name, { value, writable: false });
    return value;
  }

  /** What startup throws is thrown by the use that began it; the next use tries again. */
  #start(): void {
    if (this.#state !== 'new') return;
    const { name, startup, shutdown } = this.#manifest;
    this.#state = 'starting';
    try {
      startup?.();
    } catch (error) {
      this.#state = 'new';
      throw new Error(`mixed module '${name}': startup threw ${textOf(error)}`, { cause: error });
    }
    this.#state = 'started';
    if (!shutdown || this.#endsWithProcess) return;
    this.#endsWithProcess = true;
    process.once('exit', () => this.#end());
  }

  #end(): void {
    if (this.#state !== 'started') return;
    this.#state = 'ended';
    this.#manifest.shutdown?.();
  }
}

const textOf = (error: unknown): string =>
  error instanceof Error ? `${error.name}: ${error.message}` : String(error);

function levelsOf(manifest: Manifest): Levels {
  const levelOf = new Map<string, (typeof LEVELS)[number]>();
  for (const level of LEVELS)
    for (const name of Object.keys(manifest[level])) {
      const other = levelOf.get(name);
      if (other) fail(`'${manifest.name}' has ${name} both in ${other} and in ${level}`);
      levelOf.set(name, level);
    }
  return new Map([...levelOf].map(([name, level]) => [name, manifest[level]]));
}

function checkedManifest(definition: unknown): Manifest {
  if (!isObject(definition)) fail(`the manifest must be an object, not ${kindOf(definition)}`);
  const wrong = Object.keys(definition).find((key) => !KEYS.has(key));
  if (wrong !== undefined)
    fail(`the manifest has '${wrong}', which is none of ${[...KEYS].join(', ')}`);
  const { name } = definition;
  if (typeof name !== 'string' || !/^\w+(\/\w+)*$/.test(name))
    fail(
      `name must be a word, or words with / between them, not ${typeof name === 'string' ? JSON.stringify(name) : kindOf(name)}`,
    );
  const levels = LEVELS.map((level) => [level, checkedNames(definition[level], level)]);
  const hooks = HOOKS.map((hook) => [hook, checkedHook(definition[hook], hook)]);
  return { name, ...Object.fromEntries([...levels, ...hooks]) } as Manifest;
}

function checkedNames(value: unknown, level: string): Names {
  if (value === undefined) return {};
  return isObject(value) ? value : fail(`${level} must be an object, not ${kindOf(value)}`);
}

function checkedHook(value: unknown, hook: string): (() => void) | null {
  if (value === undefined) return null;
  return typeof value === 'function'
    ? () => void (value as () => unknown)()
    : fail(`${hook} must be a function, not ${kindOf(value)}`);
}

const isObject = (value: unknown): value is Names => typeof value === 'object' && value !== null;
const kindOf = (value: unknown): string => (value === null ? 'null' : typeof value);

function fail(reason: string): never {
  throw new TypeError(`mixedModule: ${reason}`);
}
