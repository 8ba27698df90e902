// `mixmod bindings`: what a C header declares, as an RTypeScript module.
import { nodeHost } from '../host.ts';
import { machinePlatform } from '../toolchain/c-compiler.ts';
import { bindingsText } from '../platform/bindings-text.ts';
import { readDeclarations } from '../platform/declarations.ts';
import { type Matcher, matcherOf } from '../platform/header/patterns.ts';
import { compilationInfo } from '../../runtime/rffi/compilation-info.ts';
import { EXIT } from './exit-codes.ts';

export interface BindingsOptions {
  readonly library?: readonly string[];
  readonly includeDir?: readonly string[];
  readonly define?: readonly string[];
  readonly out?: string;
}

/** `patterns`: names with `*`. The text goes to `out`, else to standard output. */
export function bindingsCommand(
  header: string,
  patterns: readonly string[],
  { library = [], includeDir = [], define = [], out }: BindingsOptions,
): number {
  const names = patterns.length === 0 ? ['*'] : patterns;
  const info = {
    includes: [header],
    ...(library.length > 0 && { libraries: library }),
    ...(includeDir.length > 0 && { include_dirs: includeDir }),
    ...(define.length > 0 && {
      pre_include_bits: define.map((one) => `#define ${one.replace('=', ' ')}`),
    }),
  };
  const found = readDeclarations({ info: compilationInfo(info), names }, machinePlatform(nodeHost));
  if (found.kind !== 'declarations') {
    process.stderr.write(`mixmod bindings: ${found.message}\n`);
    return found.kind === 'no-compiler' ? EXIT.toolMissing : EXIT.userError;
  }
  if (
    found.functions.length + found.constants.length + Object.keys(found.types.structs).length ===
    0
  ) {
    process.stderr.write(
      `mixmod bindings: ${header} declares nothing of the name ${names.join(', ')}\n`,
    );
    return EXIT.userError;
  }
  const command = [
    'mixmod bindings',
    header,
    ...patterns.map((one) => `'${one}'`),
    ...library.map((one) => `--library ${one}`),
    ...includeDir.map((one) => `--include-dir ${one}`),
    ...define.map((one) => `--define ${one}`),
  ].join(' ');
  const text = bindingsText(found, { info, command, isWanted: wantedBy(names) });
  if (out === undefined) process.stdout.write(text);
  else nodeHost.writeAtomic(nodeHost.resolve(out), text);
  return EXIT.ok;
}

/** Everything that is declared by name is no structure behind pointers. */
const wantedBy = (patterns: readonly string[]): Matcher => {
  const matches = matcherOf(patterns.filter((pattern) => pattern !== '*'));
  return (name) => matches(name) || matches(name.replace(/^(?:struct|union) /, ''));
};
