// `lltype.Struct(…)`, `rffi.CStruct(…)`, `rffi.CUnion(…)`: names, types and hints → interned structures.
import { checkInlined, intern, isForward, isLowLevelType, numberOf } from './constructors.ts';
import type { Field, ForeignLayout, LowLevelType, Struct } from './types.ts';

/** What a structure may be told beside its fields. Sizes, offsets and alignments are in bytes. */
export interface StructHints {
  readonly hints: {
    readonly c_name?: string;
    readonly union?: boolean;
    readonly pack?: number;
    readonly align?: number;
    /** Both or none: what the C compiler says of the structure; of a bit-field the offset is in bits. */
    readonly size?: number;
    readonly fieldoffsets?: readonly number[];
    readonly immutable?: boolean;
    readonly immutable_fields?: readonly string[];
  };
}
type Hints = StructHints['hints'];

const HINTS: ReadonlySet<string> = new Set<keyof Hints>([
  'c_name',
  'union',
  'pack',
  'align',
  'size',
  'fieldoffsets',
  'immutable',
  'immutable_fields',
]);

/** `c`: the name of the C type that it mirrors. Throws TypeError for what is no field or hint. */
export function makeStruct(name: string, c: string | null, parts: readonly unknown[]): Struct {
  const fields = parts.filter((part) => !isHints(part)).map((part) => readField(name, part));
  const hints = parts.find(isHints)?.hints ?? {};
  checkHints(name, hints, fields);
  checkFields(name, fields, hints.union === true);
  const { union = false, pack = null, align = null } = hints;
  const foreign = foreignLayout(hints);
  const immutable = hints.immutable ? fields.map((field) => field.name) : hints.immutable_fields;
  const struct: Omit<Struct, 'kind' | 'name'> = {
    fields: Object.freeze(fields),
    c: hints.c_name ?? c,
    union,
    pack,
    align,
    foreign,
    immutable: Object.freeze([...(immutable ?? [])]),
  };
  return intern(`struct ${name} ${keyOf(struct)}`, () => ({ kind: 'struct', name, ...struct }));
}

/** Fields and hints, of a union. */
export function asUnion(parts: readonly unknown[]): readonly unknown[] {
  const given = parts.flatMap((part) =>
    typeof part === 'object' && part !== null && 'hints' in part ? [part.hints] : [],
  );
  const fields = parts.filter((part) => Array.isArray(part));
  return [...fields, { hints: Object.assign({}, ...given, { union: true }) as object }];
}

function keyOf({
  fields,
  c,
  union,
  pack,
  align,
  foreign,
  immutable,
}: Omit<Struct, 'kind' | 'name'>): string {
  const key = fields
    .map(({ name, type, bits }) => `${name}:${numberOf(type)}:${bits ?? ''}`)
    .join();
  const layout = foreign ? `${foreign.size}@${foreign.offsets.join()}` : '';
  return `${c ?? ''} {${key}} ${union ? 'union' : ''} ${pack} ${align} ${layout} ${immutable.join()}`;
}

function foreignLayout({ size, fieldoffsets }: Hints): ForeignLayout | null {
  if (size === undefined || fieldoffsets === undefined) return null;
  return Object.freeze({ size, offsets: Object.freeze([...fieldoffsets]) });
}

function readField(struct: string, part: unknown): Field {
  if (!Array.isArray(part) || part.length < 2 || part.length > 3 || typeof part[0] !== 'string') {
    throw new TypeError(`a field of ${struct} is written ['name', type] or ['name', type, bits]`);
  }
  const [name, type, bits]: readonly unknown[] = part;
  if (typeof name !== 'string' || !/^[A-Za-z$][\w$]*$/.test(name)) {
    throw new TypeError(`a field of ${struct} cannot be named ${JSON.stringify(name)}`);
  }
  if (isForward(type)) {
    throw new TypeError(`field ${name} of ${struct}: a ForwardReference can only be pointed to`);
  }
  if (!isLowLevelType(type))
    throw new TypeError(`field ${name} of ${struct} has no low-level type`);
  return Object.freeze({ name, type, bits: readBits(`field ${name} of ${struct}`, type, bits) });
}

/** C11 6.7.2.1p4: an integer or boolean, and no wider than it. */
function readBits(where: string, type: LowLevelType, bits: unknown): number | null {
  if (bits === undefined) return null;
  const isInteger = type.kind === 'primitive' && /^(?:[iu]\d+|bool)$/.test(type.machine);
  if (!isInteger) throw new TypeError(`${where}: only integers can be bit-fields`);
  const most = type.machine === 'bool' ? 1 : Number(type.machine.slice(1));
  if (typeof bits !== 'number' || !Number.isInteger(bits) || bits < 1 || bits > most)
    throw new TypeError(
      `${where}: a bit-field of ${type.name} has 1 to ${most} bits, got ${String(bits)}`,
    );
  return bits;
}

function checkFields(struct: string, fields: readonly Field[], union: boolean): void {
  const seen = new Set<string>();
  fields.forEach(({ name, type }, index) => {
    if (seen.has(name)) throw new TypeError(`${struct} has two fields named ${name}`);
    seen.add(name);
    checkInlined(type, `field ${name} of ${struct}`, !union && index === fields.length - 1);
  });
}

function checkHints(struct: string, hints: Hints, fields: readonly Field[]): void {
  const refuse = (message: string): never => {
    throw new TypeError(`${struct}: ${message}`);
  };
  for (const name of Object.keys(hints))
    if (!HINTS.has(name)) refuse(`there is no hint ${name}; there are ${[...HINTS].join(', ')}`);
  for (const name of ['pack', 'align'] as const) {
    const value = hints[name];
    if (value !== undefined && ![1, 2, 4, 8, 16, 32, 64].includes(value))
      refuse(`${name} must be a power of two up to 64, got ${String(value)}`);
  }
  const { size, fieldoffsets } = hints;
  if ((size === undefined) !== (fieldoffsets === undefined))
    refuse('the hints size and fieldoffsets go together');
  if (fieldoffsets && fieldoffsets.length !== fields.length)
    refuse(`fieldoffsets has ${fieldoffsets.length} offsets for ${fields.length} fields`);
  for (const name of hints.immutable_fields ?? [])
    if (!fields.some((field) => field.name === name))
      refuse(`immutable_fields: there is no field ${name}`);
}

const isHints = (part: unknown): part is StructHints =>
  typeof part === 'object' && part !== null && !Array.isArray(part) && 'hints' in part;
