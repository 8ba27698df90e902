// A call that another thread makes: the text that packs what it is called with into memory, and of the function `void (i8* frame)` that
// makes the call out of there and leaves the result (runtime/prelude/relay.ll).

export interface Parameter {
  readonly type: string;
  readonly attribute: string;
  /** With `%`. */
  readonly name: string;
}

export interface PackedCall {
  /** Of the function that makes the call, with `@`. */
  readonly run: string;
  readonly callee: string;
  /** `void`: no result. */
  readonly result: { readonly type: string; readonly attribute: string };
  readonly parameters: readonly Parameter[];
}

/** As they stand in a definition, and in a call with the same names. */
export const parameterList = (parameters: readonly Parameter[]): string =>
  parameters.map((one) => phrase(one.type, one.attribute, one.name)).join(', ');

/** A call, and the head of a definition, of a function that is called as the packed one is. */
export const invocation = ({ result, parameters }: PackedCall, callee: string): string =>
  `${phrase(result.attribute, result.type)} ${callee}(${parameterList(parameters)})`;

export const phrase = (...parts: readonly string[]): string =>
  parts.filter((part) => part !== '').join(' ');

/** Lines after which `%frame` is the address of the packed call, in the stack frame of the function that they stand in. */
export function packingText(call: PackedCall): readonly string[] {
  const type = frameType(call);
  return [
    `%packed = alloca ${type}, align 16`,
    `store ${type} zeroinitializer, ${type}* %packed`,
    ...call.parameters.flatMap((parameter, index) => [
      slot(`%packed.${index}`, call, '%packed', index),
      `store ${parameter.type} ${parameter.name}, ${parameter.type}* %packed.${index}`,
    ]),
    `%frame = bitcast ${type}* %packed to i8*`,
  ];
}

/** Lines that return the result; zero where the call was not made. */
export function unpackingText(call: PackedCall): readonly string[] {
  const { type } = call.result;
  if (type === 'void') return ['ret void'];
  return [
    slot('%packed.result', call, '%packed', call.parameters.length),
    `%result = load ${type}, ${type}* %packed.result`,
    `ret ${type} %result`,
  ];
}

export function runText(call: PackedCall): string {
  const { callee, result, parameters } = call;
  const type = frameType(call);
  const made = `call ${invocation(call, callee)}`;
  return [
    `define internal void ${call.run}(i8* %frame) nounwind noinline {`,
    ...[
      `%packed = bitcast i8* %frame to ${type}*`,
      ...parameters.flatMap((parameter, index) => [
        slot(`%packed.${index}`, call, '%packed', index),
        `${parameter.name} = load ${parameter.type}, ${parameter.type}* %packed.${index}`,
      ]),
      ...(result.type === 'void'
        ? [made]
        : [
            `%result = ${made}`,
            slot('%packed.result', call, '%packed', parameters.length),
            `store ${result.type} %result, ${result.type}* %packed.result`,
          ]),
      'ret void',
    ].map((line) => `  ${line}`),
    '}',
  ].join('\n');
}

const frameType = ({ parameters, result }: PackedCall): string =>
  `{ ${[...parameters.map(({ type }) => type), result.type === 'void' ? 'i8' : result.type].join(', ')} }`;

function slot(name: string, call: PackedCall, base: string, index: number): string {
  const type = frameType(call);
  return `${name} = getelementptr ${type}, ${type}* ${base}, i64 0, i32 ${index}`;
}
