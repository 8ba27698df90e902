// C functions with a `_callable` → declarations that run the program's own declarations again, each when it is first
// needed, and give what `llexternal` returned: calling that runs the `_callable`.
import type { CFunction } from '../../runtime/lltype/types.ts';
import type { BuildTimeName, BuildTimeSource } from '../program/build-time.ts';
import { indent } from './code.ts';

const PACKAGE = '$mixmod';

export class StandIns {
  readonly #functions = new Map<CFunction, string>();
  readonly #sources = new Map<BuildTimeSource, string>();
  readonly #statements = new Set<string>();
  readonly #lines: string[] = [];

  /** The name of the function to call. */
  cFunction(callee: CFunction, standIn: BuildTimeSource): string {
    const known = this.#functions.get(callee);
    if (known !== undefined) return known;
    const name = `$standIn${this.#functions.size}`;
    this.#functions.set(callee, name);
    const made = this.#source(standIn);
    this.#lines.push(
      `function ${name}(...values) {`,
      '  $runStatements();',
      `  return ${made}()._nowrapper(...values);`,
      '}',
    );
    return name;
  }

  imports(runtime: string): readonly string[] {
    return this.#functions.size === 0
      ? []
      : [`import * as ${PACKAGE} from ${JSON.stringify(runtime)};`];
  }

  get lines(): readonly string[] {
    if (this.#functions.size === 0) return [];
    const run = [...this.#statements].map((name) => `${name}();`);
    return [
      ...ONCE,
      ...this.#lines,
      `const $runStatements = $once(($) => {`,
      ...indent(run),
      '}, null);',
    ];
  }

  /** The name of a function that gives the value. */
  #source(source: BuildTimeSource): string {
    const known = this.#sources.get(source);
    if (known !== undefined) return known;
    const name = `$made${this.#sources.size}`;
    this.#sources.set(source, name);
    const scope = this.#scope(source.names);
    this.#lines.push(`const ${name} = $once(($) => {`, source.text, `}, ${scope});`);
    for (const statement of source.statements) this.#statements.add(this.#source(statement));
    return name;
  }

  /** Values are read when the code gets there: functions may refer to what is declared after them. */
  #scope(names: ReadonlyMap<string, BuildTimeName>): string {
    const getters = [...names].map(
      ([name, value]) => `get ${JSON.stringify(name)}() { ${this.#getter(name, value)} }`,
    );
    return `{ ${getters.join(', ')} }`;
  }

  #getter(name: string, value: BuildTimeName): string {
    switch (value.kind) {
      case 'source':
        return `return ${this.#source(value.source)}();`;
      case 'module':
        return `return ${this.#scope(value.names)};`;
      case 'runtime':
        return `return ${[PACKAGE, ...value.path].join('.')};`;
      case 'global':
        return `return globalThis.${name};`;
      case 'unknown':
        return `throw new ReferenceError('${name} is not known when the module is built');`;
    }
  }
}

const ONCE = [
  'function $once(make, scope) {',
  '  let made = false, value;',
  '  return () => {',
  '    if (!made) [made, value] = [true, make(scope)];',
  '    return value;',
  '  };',
  '}',
];
