// C functions as the program declares them → C source that makes the C compiler say what the headers declare.
// A structure that no function can take is given for each argument in turn and assigned each result: the compiler's
// complaint names the type that it wants. `c-signature-report.ts` reads the complaints. Works with gcc and clang.
import type {
  CFunction,
  Container,
  ExternalCompilationInfo,
  LowLevelType,
  OpaqueType,
  Struct,
} from '../../runtime/lltype/types.ts';
import { offsetOf, sizeOf } from '../../runtime/lltype/layout.ts';
import type { TargetName } from '../target/targets.ts';
import { cTargetArguments } from '../toolchain/c-compiler.ts';
import { cPreamble, includeArguments } from '../toolchain/compilation-info.ts';

/** The name that `#line` gives to our lines; the line number is the index of the question. */
export const QUESTIONS_FILE = 'mixmod:signatures';
export const PROBE = 'mixmod_probe';

/** One thing asked of the C compiler. */
export type Question =
  | { readonly kind: 'result'; readonly function: CFunction }
  | { readonly kind: 'argument'; readonly function: CFunction; readonly index: number }
  | { readonly kind: 'size'; readonly function: CFunction; readonly type: Struct | OpaqueType }
  | {
      readonly kind: 'offset' | 'field-size';
      readonly function: CFunction;
      readonly type: Struct;
      readonly field: string;
    };

/** Functions that a header or C source declares, by their compilation info; one C source checks each group. */
export function signatureGroups(
  functions: readonly CFunction[],
): readonly (readonly CFunction[])[] {
  const groups = new Map<ExternalCompilationInfo, CFunction[]>();
  for (const callee of functions) {
    if (callee.macro !== null || callee.pointer || !declaresSomething(callee.compilation_info))
      continue;
    const group = groups.get(callee.compilation_info);
    if (group) group.push(callee);
    else groups.set(callee.compilation_info, [callee]);
  }
  return [...groups.values()];
}

const declaresSomething = (info: ExternalCompilationInfo): boolean =>
  info.includes.length +
    info.post_include_bits.length +
    info.separate_module_sources.length +
    info.separate_module_files.length >
  0;

/**
 * The C sources that check the functions of one group (see `signatureGroups`): one for the headers, or one for each C
 * source of the program, since those are units of their own. They never compile without errors: compile each with
 * `signatureCheckArguments` and give all that the compiler writes to stderr to `reportSignatures`.
 */
export function signatureCheckSources(functions: readonly CFunction[]): readonly string[] {
  const info = functions[0]?.compilation_info;
  if (!info) return [];
  const units = [
    ...info.separate_module_sources,
    ...info.separate_module_files.map((file) => `#include "${file}"`),
  ];
  return (units.length > 0 ? units : ['']).map((unit) =>
    checkSource(functions, cPreamble(info), unit),
  );
}

function checkSource(functions: readonly CFunction[], preamble: string, unit: string): string {
  const lines = [
    preamble,
    unit,
    `struct ${PROBE} { int nothing; };`,
    `extern struct ${PROBE} ${PROBE};`,
  ];
  signatureQuestions(functions).forEach((question, index) => {
    // A C function for each question: the compiler repeats what it has said about an unknown name only in another one.
    lines.push(
      `#line ${index + 1} "${QUESTIONS_FILE}"`,
      `void mixmod_question_${index}(void) { ${ask(question)} }`,
    );
  });
  return lines.join('\n') + '\n';
}

/** Arguments of the C compiler for that source. */
export function signatureCheckArguments(
  file: string,
  info: ExternalCompilationInfo,
  target: TargetName,
): readonly string[] {
  return [
    ...cTargetArguments(target),
    '-fsyntax-only',
    '-x',
    'c',
    '-std=gnu11',
    ...includeArguments(info),
    file,
  ];
}

/** In the order of their lines; the same functions give the same questions. */
export function signatureQuestions(functions: readonly CFunction[]): readonly Question[] {
  const seen = new Set<Container>();
  return functions.flatMap((callee) => [
    { kind: 'result', function: callee } as const,
    ...declaredArguments(callee).map(
      (_arg, index) => ({ kind: 'argument', function: callee, index }) as const,
    ),
    ...[...callee.args, callee.result].flatMap((type) => layoutQuestions(type, callee, seen)),
  ]);
}

/** About the C structures that the function's pointers lead to, each once. */
function layoutQuestions(
  type: LowLevelType,
  callee: CFunction,
  seen: Set<Container>,
): readonly Question[] {
  if (type.kind === 'primitive') return [];
  if (type.kind === 'ptr') {
    if (seen.has(type.to)) return [];
    seen.add(type.to);
    return layoutQuestions(type.to, callee, seen);
  }
  if (type.kind === 'array' || type.kind === 'fixed-array')
    return layoutQuestions(type.item, callee, seen);
  if (type.kind === 'opaque')
    return type.size === null ? [] : [{ kind: 'size', function: callee, type }];
  if (type.kind === 'func')
    return [...type.args, type.result].flatMap((part) => layoutQuestions(part, callee, seen));
  const inner = type.fields.flatMap((field) => layoutQuestions(field.type, callee, seen));
  return type.c === null ? inner : [...structQuestions(type, callee), ...inner];
}

function structQuestions(type: Struct, callee: CFunction): readonly Question[] {
  const open = type.fields.at(-1)?.type.kind === 'array';
  // C gives no address of a bit-field.
  const addressed = type.fields.filter(({ bits }) => bits === null);
  const fields = addressed.flatMap(({ name, type: fieldType }): Question[] => [
    { kind: 'offset', function: callee, type, field: name },
    ...(fieldType.kind === 'array'
      ? []
      : [{ kind: 'field-size', function: callee, type, field: name } as const]),
  ]);
  return open ? fields : [{ kind: 'size', function: callee, type }, ...fields];
}

/** Without what one call of a variadic function has beyond them. */
const declaredArguments = ({ args, fixed }: CFunction): readonly LowLevelType[] =>
  args.slice(0, fixed);

/** A value that C takes for the type: 0 converts to every number and pointer. */
const anyValue = (type: LowLevelType): string =>
  type.kind === 'struct' && type.c !== null ? `*(${type.c} *)0` : '0';

function ask(question: Question): string {
  const { name } = question.function;
  const args = declaredArguments(question.function);
  // Parentheses keep a macro of the same name out.
  const call = (probed: number): string =>
    `(${name})(${args.map((arg, index) => (index === probed ? PROBE : anyValue(arg))).join(', ')})`;
  switch (question.kind) {
    case 'result':
      return `${PROBE} = ${call(-1)};`;
    case 'argument':
      return `${call(question.index)};`;
    case 'size':
    case 'offset':
    case 'field-size':
      return `_Static_assert(${layoutClaim(question)}, "layout");`;
  }
}

function layoutClaim(question: Exclude<Question, { kind: 'result' | 'argument' }>): string {
  const { type } = question;
  // An opaque type is only allocated: more bytes than C needs do no harm.
  if (type.kind === 'opaque') return `sizeof(${type.name}) <= ${sizeOf(type)}`;
  const c = type.c ?? '';
  if (question.kind === 'size') return `sizeof(${c}) == ${sizeOf(type)}`;
  const field = cFieldName(question.field);
  if (question.kind === 'offset')
    return `__builtin_offsetof(${c}, ${field}) == ${offsetOf(type, question.field)}`;
  const declared = type.fields.find((one) => one.name === question.field);
  return `sizeof(((${c} *)0)->${field}) == ${declared ? sizeOf(declared.type) : 0}`;
}

/** C's name of the field that is exposed as `c_name`. */
export const cFieldName = (name: string): string => name.replace(/^c_/, '');
