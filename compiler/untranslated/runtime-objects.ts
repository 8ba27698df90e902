// Low-level types and C functions of the program → declarations that make them again with the runtime's own functions
// (`lltype.Struct(…)`, `rffi.llexternal(…)`), each once.
import { LLTYPE_PRIMITIVES, RFFI_PRIMITIVES } from '../../runtime/lltype/primitives.ts';
import type {
  CFunction,
  Container,
  ExternalCompilationInfo,
  LowLevelType,
  Primitive,
  Struct,
} from '../../runtime/lltype/types.ts';
import type { RuntimeNamespace } from './printer.ts';

/** Absolute paths. */
export type SharedLibraries = ReadonlyMap<ExternalCompilationInfo, string>;

export class RuntimeObjects {
  readonly #namespaces = new Set<RuntimeNamespace>();
  readonly #names = new Map<object, string>();
  readonly #open = new Set<Struct>();
  readonly #prebuilt = new Map<Container, Map<string, string>>();
  readonly #declarations: string[] = [];
  readonly #shared: SharedLibraries;

  /** `shared`: where the C of the program is, by its compilation info. */
  constructor(shared: SharedLibraries) {
    this.#shared = shared;
  }

  /** In an order in which they can be evaluated. */
  get declarations(): readonly string[] {
    return this.#declarations;
  }

  get namespaces(): readonly RuntimeNamespace[] {
    return [...this.#namespaces].sort();
  }

  namespace(namespace: RuntimeNamespace): string {
    this.#namespaces.add(namespace);
    return `$${namespace}`;
  }

  lowLevelType(type: LowLevelType): string {
    if (type.kind === 'struct') return this.#struct(type);
    const known = this.#names.get(type);
    if (known !== undefined) return known;
    const text = this.#typeText(type);
    // A structure in it that refers to it has declared it by now.
    return this.#names.get(type) ?? this.#declare(type, text);
  }

  cFunction(callee: CFunction): string {
    const known = this.#names.get(callee);
    if (known !== undefined) return known;
    // With the further arguments of one call: libffi takes them like the others here.
    const args = callee.args.map((type) => this.lowLevelType(type));
    const result = this.lowLevelType(callee.result);
    const { name, save_err, releasegil, use } = callee;
    const rffi = this.namespace('rffi');
    const options = [
      ...(use === 'call' ? [] : [`_use: '${use}'`]),
      ...(save_err === 0 ? [] : [`save_err: ${save_err}`]),
      ...(releasegil ? ['releasegil: true'] : []),
      ...(callee.symbol === name ? [] : [`_symbol: ${JSON.stringify(callee.symbol)}`]),
      ...this.#info(callee.compilation_info),
    ];
    const rest = options.length === 0 ? '' : `, { ${options.join(', ')} }`;
    const text = `${rffi}.llexternal(${JSON.stringify(name)}, [${args.join(', ')}], ${result}${rest})`;
    return this.#declare(callee, text);
  }

  /** Memory of one type with the same contents is made once. */
  prebuilt(type: Container, contents: string): string {
    let known = this.#prebuilt.get(type);
    if (!known) this.#prebuilt.set(type, (known = new Map()));
    const made = known.get(contents);
    if (made !== undefined) return made;
    const args = `${this.lowLevelType(type)}, ${JSON.stringify(contents)}`;
    const text = `${this.namespace('lltype')}.prebuilt(${args})`;
    const name = this.#declare({}, text);
    known.set(contents, name);
    return name;
  }

  /** What is needed to find its functions. */
  #info(info: ExternalCompilationInfo): readonly string[] {
    const { libraries, library_dirs, testonly_libraries } = info;
    const own = this.#shared.get(info);
    const testonly = [...(own === undefined ? [] : [own]), ...testonly_libraries];
    const lists = { libraries, library_dirs, testonly_libraries: testonly };
    const given = Object.entries(lists).filter(([, list]) => list.length > 0);
    if (given.length === 0) return [];
    const text = JSON.stringify(Object.fromEntries(given));
    return [`compilation_info: ${this.namespace('rffi')}.ExternalCompilationInfo(${text})`];
  }

  #typeText(type: Exclude<LowLevelType, Struct>): string {
    const lltype = this.namespace('lltype');
    switch (type.kind) {
      case 'primitive':
        return this.#primitiveText(type);
      case 'ptr':
        return `${lltype}.Ptr(${this.lowLevelType(type.to)})`;
      case 'array': {
        const hints = type.length === null ? ', { hints: { nolength: true } }' : '';
        return `${lltype}.Array(${this.lowLevelType(type.item)}${hints})`;
      }
      case 'fixed-array':
        return `${lltype}.FixedSizeArray(${this.lowLevelType(type.item)}, ${type.count})`;
      case 'func': {
        const args = type.args.map((arg) => this.lowLevelType(arg)).join(', ');
        const rest = type.variadic ? ', { variadic: true }' : '';
        return `${lltype}.FuncType([${args}], ${this.lowLevelType(type.result)}${rest})`;
      }
      case 'opaque': {
        const size = type.size === null ? '' : `, { size: ${type.size} }`;
        return `${this.namespace('rffi')}.COpaque(${JSON.stringify(type.name)}${size})`;
      }
    }
  }

  /** A typedef is made anew, of any primitive with its values. */
  #primitiveText(type: Primitive): string {
    const own = ALL_PRIMITIVES.find((one) => one.name === type.name && one.c === type.c);
    if (own) {
      const namespace = type.name in LLTYPE_PRIMITIVES ? 'lltype' : 'rffi';
      return `${this.namespace(namespace)}.${type.name}`;
    }
    const base = ALL_PRIMITIVES.find(
      ({ machine, value }) => machine === type.machine && value === type.value,
    );
    if (!base) throw new Error(`no primitive has the values of ${type.name}`);
    return `${this.namespace('lltype')}.Typedef(${this.#primitiveText(base)}, ${JSON.stringify(type.name)})`;
  }

  /** A structure that refers to itself stands as a forward reference while its fields are made. */
  #struct(type: Struct): string {
    const known = this.#names.get(type);
    if (known !== undefined) return known;
    if (this.#open.has(type)) return this.#forward(type);
    this.#open.add(type);
    const fields = type.fields.map(
      ({ name, type: of, bits }) =>
        `, [${JSON.stringify(name)}, ${this.lowLevelType(of)}${bits === null ? '' : `, ${bits}`}]`,
    );
    const hints = JSON.stringify(hintsOf(type));
    if (hints !== '{}') fields.push(`, { hints: ${hints} }`);
    this.#open.delete(type);
    const text = `${this.namespace('lltype')}.Struct(${JSON.stringify(type.name)}${fields.join('')})`;
    const forward = this.#forwards.get(type);
    const name = this.#declare(type, text);
    if (forward !== undefined) this.#declarations.push(`${forward}.become(${name});`);
    return name;
  }

  readonly #forwards = new Map<Container, string>();

  #forward(type: Struct): string {
    let name = this.#forwards.get(type);
    if (name === undefined) {
      name = `$forward${this.#forwards.size}`;
      this.#forwards.set(type, name);
      this.#declarations.push(`const ${name} = ${this.namespace('lltype')}.ForwardReference();`);
    }
    return name;
  }

  #declare(object: object, text: string): string {
    const name = `$object${this.#names.size}`;
    this.#names.set(object, name);
    this.#declarations.push(`const ${name} = ${text};`);
    return name;
  }
}

/** Those that have said something. */
const hintsOf = ({ union, pack, align, foreign, immutable }: Struct): object => ({
  ...(union && { union }),
  ...(pack !== null && { pack }),
  ...(align !== null && { align }),
  ...(foreign && { size: foreign.size, fieldoffsets: foreign.offsets }),
  ...(immutable.length > 0 && { immutable_fields: immutable }),
});

const ALL_PRIMITIVES: readonly Primitive[] = [
  ...Object.values(LLTYPE_PRIMITIVES),
  ...Object.values(RFFI_PRIMITIVES),
];
