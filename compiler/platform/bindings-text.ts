// What a header declares → an RTypeScript module that declares it for programs: functions, structures, constants.
import { POINTER_TYPES } from '../../runtime/rffi/c-types.ts';
import { RFFI_PRIMITIVES } from '../../runtime/lltype/primitives.ts';
import type { LowLevelType, Struct } from '../../runtime/lltype/types.ts';
import type { CConstant, CFunctionDeclaration, CVariable, Declarations } from './declared.ts';
import { TAKES_ARGUMENTS } from './header/choose-candidates.ts';
import { toFuncType, toLowLevelType, toStruct } from './low-level-types.ts';

export interface BindingsRequest {
  /** The options of the compilation info, as they are to stand in the text. */
  readonly info: Readonly<Record<string, readonly string[]>>;
  /** How the text can be made again. */
  readonly command: string;
  /** Is the structure of this name one that was asked for? Others are only pointed to. */
  readonly isWanted: (name: string) => boolean;
}

export const bindingsText = (found: Declarations, request: BindingsRequest): string =>
  new BindingsText(found, request).text();

/** `rffi.INT` and its kin, by identity. */
const NAMES: ReadonlyMap<object, string> = new Map(
  [...Object.entries(POINTER_TYPES), ...Object.entries(RFFI_PRIMITIVES)]
    .toReversed()
    .map(([name, type]) => [type, `rffi.${name}`]),
);

/** ECMA-262 12.7.2: what no binding of a module may be called. */
const RESERVED = new Set(
  (
    'arguments await break case catch class const continue debugger default delete do else enum eval export extends false finally ' +
    'for function if implements import in instanceof interface let new null package private protected public return static super ' +
    'switch this throw true try typeof var void while with yield info lltype rffi'
  ).split(' '),
);
const bindable = (name: string): string => (RESERVED.has(name) ? `${name}_` : name);

class BindingsText {
  readonly #found: Declarations;
  readonly #request: BindingsRequest;
  /** Before all structures: some stand behind pointers in one that is complete before they are. */
  readonly #references: string[] = [];
  readonly #structs: string[] = [];
  readonly #typedefs = new Map<LowLevelType, string>();
  readonly #names = new Map<Struct, string>();
  readonly #open = new Set<Struct>();
  /** Structures that something in them points back to. */
  readonly #forward = new Set<Struct>();

  constructor(found: Declarations, request: BindingsRequest) {
    this.#found = found;
    this.#request = request;
  }

  text(): string {
    const { info, command } = this.#request;
    this.#wantedStructs();
    const typedefs = this.#wantedTypedefs();
    const functions = this.#found.functions.map((one) => this.#function(one));
    const variables = this.#found.variables.map((one) => this.#variable(one));
    const constants = this.#found.constants.map(constantText);
    return [
      "'use mixmod';",
      `// Written by \`${command}\`: what the C compiler reads in the header.`,
      "import { lltype, rffi } from 'mixmod';",
      '',
      `const info = rffi.ExternalCompilationInfo(${JSON.stringify(info)});`,
      '',
      ...constants,
      ...this.#found.skipped.flatMap(({ name, reason }) =>
        reason === TAKES_ARGUMENTS && this.#request.isWanted(name)
          ? [`// ${name}: a macro that takes arguments; the header does not say of which types.`]
          : [],
      ),
      ...this.#references,
      ...this.#structs,
      ...typedefs,
      ...variables,
      ...functions,
      '',
    ].join('\n');
  }

  #wantedStructs(): void {
    for (const { name, tag, typedef } of Object.values(this.#found.types.structs)) {
      const names = [tag, typedef].filter((one) => one !== null);
      if (!names.some(this.#request.isWanted)) continue;
      const answer = toStruct(name, this.#found.types);
      if (answer.kind === 'type') this.#struct(answer.type);
    }
  }

  /** Of numbers and pointers: what a caller has to name, e.g. the types of callbacks. */
  #wantedTypedefs(): readonly string[] {
    return Object.entries(this.#found.types.typedefs).flatMap(([name, type]) => {
      if (!this.#request.isWanted(name)) return [];
      const answer = toLowLevelType(type, this.#found.types);
      if (answer.kind === 'refused') return [];
      const made = answer.type;
      if (made.kind !== 'ptr' && made.kind !== 'primitive') return [];
      const text = `export const ${bindable(name)} = ${this.#type(made)};`;
      if (made.kind === 'ptr' && !this.#typedefs.has(made))
        this.#typedefs.set(made, bindable(name));
      return [text];
    });
  }

  #variable({ name, type }: CVariable): string {
    const answer = toLowLevelType(type, this.#found.types);
    if (answer.kind === 'refused') return `// ${name}: ${answer.message}.`;
    const { kind } = answer.type;
    if (kind !== 'ptr' && kind !== 'primitive')
      return `// ${name}: neither a number nor a pointer.`;
    return `export const ${bindable(name)} = rffi.CExternVariable(${this.#type(answer.type)}, ${JSON.stringify(name)}, info);`;
  }

  #function({
    name,
    parameters,
    result,
    variadic,
    prototyped,
    symbol,
  }: CFunctionDeclaration): string {
    const types = parameters.map(({ type }) => type);
    const answer = toFuncType(
      { kind: 'function', parameters: types, result, variadic, prototyped },
      this.#found.types,
    );
    if (answer.kind === 'refused') return `// ${name}: ${answer.message}.`;
    // The name is a macro for another, or what is called is inline.
    const isMacro = symbol !== name;
    if (isMacro && variadic)
      return `// ${name}: a macro for ${symbol ?? 'an inline function'}, which takes further arguments.`;
    const { args, result: returned } = answer.type;
    const texts = args.map((type) => this.#type(type));
    const options = [
      'compilation_info: info',
      ...(variadic ? ['variadic: true'] : []),
      ...(isMacro ? ['macro: true'] : []),
    ];
    const shown = parameters.map((one, index) => one.name ?? `argument ${index + 1}`).join(', ');
    return [
      `/** ${name}(${shown}${variadic ? ', …' : ''}). */`,
      `export const ${bindable(name)} = rffi.llexternal(${JSON.stringify(name)}, [${texts.join(', ')}], ${this.#type(returned)}, { ${options.join(', ')} });`,
    ].join('\n');
  }

  #type(type: LowLevelType): string {
    const known = NAMES.get(type) ?? this.#typedefs.get(type);
    if (known !== undefined) return known;
    switch (type.kind) {
      case 'primitive':
        return `rffi.${type.name}`;
      case 'struct':
        return this.#struct(type);
      case 'fixed-array':
        return `rffi.CFixedArray(${this.#type(type.item)}, ${type.count})`;
      case 'array':
        return `rffi.CArray(${this.#type(type.item)})`;
      case 'opaque':
        return opaqueText('COpaque', type.name, type.size);
      case 'func': {
        const args = type.args.map((arg) => this.#type(arg)).join(', ');
        const rest = type.variadic ? ', { variadic: true }' : '';
        return `lltype.FuncType([${args}], ${this.#type(type.result)}${rest})`;
      }
      case 'ptr':
        return this.#pointer(type.to);
    }
  }

  #pointer(to: LowLevelType): string {
    if (to.kind === 'array' && to.length === null) return `rffi.CArrayPtr(${this.#type(to.item)})`;
    if (to.kind === 'opaque') return opaqueText('COpaquePtr', to.name, to.size);
    if (to.kind !== 'struct') return `lltype.Ptr(${this.#type(to)})`;
    if (this.#open.has(to)) {
      this.#forward.add(to);
      return `lltype.Ptr(${this.#nameOf(to)}_reference)`;
    }
    const isKnown = this.#names.has(to) || [to.name, to.c ?? ''].some(this.#request.isWanted);
    return isKnown
      ? `lltype.Ptr(${this.#struct(to)})`
      : opaqueText('COpaquePtr', to.c ?? to.name, null);
  }

  #nameOf(struct: Struct): string {
    let name = this.#names.get(struct);
    if (name === undefined) {
      const taken = new Set(this.#names.values());
      name = bindable(struct.name.replaceAll(/\W/g, '_'));
      while (taken.has(name)) name += '_';
      this.#names.set(struct, name);
    }
    return name;
  }

  #struct(struct: Struct): string {
    if (this.#names.has(struct)) return this.#nameOf(struct);
    const name = this.#nameOf(struct);
    this.#open.add(struct);
    const fields = struct.fields.map(({ name: field, type, bits }) => {
      const parts = [
        JSON.stringify(field.replace(/^c_/, '')),
        this.#type(type),
        ...(bits === null ? [] : [String(bits)]),
      ];
      return `  [${parts.join(', ')}],`;
    });
    this.#open.delete(struct);
    const { c, union, foreign } = struct;
    const hints = {
      ...(c !== null && c !== `struct ${struct.name}` && { c_name: c }),
      ...(union && { union }),
      ...(foreign && { size: foreign.size, fieldoffsets: foreign.offsets }),
    };
    const hint = Object.keys(hints).length > 0 ? [`  { hints: ${JSON.stringify(hints)} },`] : [];
    const isForward = this.#forward.has(struct);
    if (isForward)
      this.#references.push(
        `interface ${name}_referred { readonly type: typeof ${name} }`,
        `const ${name}_reference = lltype.ForwardReference<${name}_referred>();`,
      );
    this.#structs.push(
      `export const ${name} = rffi.CStruct(`,
      `  ${JSON.stringify(struct.name)},`,
      ...fields,
      ...hint,
      ');',
      ...(isForward ? [`${name}_reference.become(${name});`] : []),
    );
    return name;
  }
}

const opaqueText = (constructor: string, name: string, size: number | null): string =>
  `rffi.${constructor}(${JSON.stringify(name)}${size === null ? '' : `, { size: ${size} }`})`;

function constantText({ name, constant }: CConstant): string {
  const { value } = constant;
  const text =
    typeof value === 'bigint'
      ? Number.isSafeInteger(Number(value))
        ? String(value)
        : `${value}n`
      : typeof value === 'string'
        ? JSON.stringify(value)
        : String(value);
  return `export const ${bindable(name)} = ${text};`;
}
