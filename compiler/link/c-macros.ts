// Functions declared with `macro: true` → C source with a real function around each, so that a macro or an inline
// function of a header can be called. The symbol is the one that `builtins/c-symbols.ts` gives.
import { symbolOf } from '../builtins/c-symbols.ts';
import { E } from '../diagnostics/codes.ts';
import type { BuildOptions } from '../options.ts';
import type {
  CFunction,
  Container,
  ExternalCompilationInfo,
  LowLevelType,
} from '../../runtime/lltype/types.ts';
import { cTool } from '../toolchain/c-compiler.ts';
import { cPreamble } from '../toolchain/compilation-info.ts';
import { cOptions, hasLibrary } from './c-sources.ts';
import { relevantLine, tryTool, type ToolRuns } from '../toolchain/run-tool.ts';

/** The name that `#line` gives to the line of function number `line - 1`. */
export const MACROS_FILE = 'mixmod:macros';

/** Compiles the wrappers: paths of the objects; null after a failure, which is reported. */
export function compileMacros(
  folder: string,
  functions: readonly CFunction[],
  options: BuildOptions,
  runs: ToolRuns,
): readonly string[] | null {
  const objects: string[] = [];
  const groups = macroGroups(functions);
  if (groups.length > 0 && !hasLibrary(options, runs)) return null;
  for (const group of groups) {
    const info = group[0]?.compilation_info;
    if (!info) continue;
    const path = (ending: string): string =>
      runs.host.resolve(folder, `macros${objects.length}.${ending}`);
    const [source, object] = [path('c'), path('o')];
    runs.host.writeTemporary(source, macroSource(group));
    const result = tryTool(
      cTool(options.target),
      'cc',
      [...cOptions(info, options), '-c', source, '-o', object],
      runs,
    );
    if (!result) return null;
    if (result.status !== 0) {
      reportMacro(group, result.stderr, runs);
      return null;
    }
    objects.push(object);
  }
  return objects;
}

function reportMacro(group: readonly CFunction[], stderr: string, { sink }: ToolRuns): void {
  const failure = macroError(group, stderr);
  if (failure) {
    const { function: callee, message } = failure;
    sink.report(E.macroFails, callee.declaredAt, { function: callee.name, message });
  } else {
    sink.report(E.cHeader, group[0]?.declaredAt ?? null, { message: relevantLine(stderr) });
  }
}

/** By compilation info: each group becomes one C source. */
export function macroGroups(functions: readonly CFunction[]): readonly (readonly CFunction[])[] {
  const groups = new Map<ExternalCompilationInfo, CFunction[]>();
  for (const callee of functions) {
    if (callee.macro === null || callee.use !== 'call') continue;
    const group = groups.get(callee.compilation_info);
    if (group) group.push(callee);
    else groups.set(callee.compilation_info, [callee]);
  }
  return [...groups.values()];
}

/** The C source for one group (see `macroGroups`); '' for none. Compiled and linked like the program's own C. */
export function macroSource(functions: readonly CFunction[]): string {
  const [first] = functions;
  if (!first) return '';
  const wrappers = functions.map(
    (callee, index) => `#line ${index + 1} "${MACROS_FILE}"\n${wrapper(callee)}`,
  );
  return [cPreamble(first.compilation_info), ...wrappers].join('\n') + '\n';
}

/** The function and the message of an error that the C compiler has in `macroSource`; null for any other output. */
export function macroError(
  functions: readonly CFunction[],
  stderr: string,
): { readonly function: CFunction; readonly message: string } | null {
  // Of an error inside of a macro some compilers name the macro's own place first, and where it was used in a note.
  const [, message] = /\berror: (.*)$/m.exec(stderr) ?? [];
  const [, line] = /^mixmod:macros:(\d+):/m.exec(stderr) ?? [];
  const callee = functions[Number(line) - 1];
  return callee && message !== undefined ? { function: callee, message } : null;
}

function wrapper(callee: CFunction): string {
  const parameters = callee.args.map((type, index) => `${cTypeName(type)} a${index}`).join(', ');
  const call = `${callee.macro}(${callee.args.map((_type, index) => `a${index}`).join(', ')})`;
  const { result } = callee;
  const isVoid = result.kind === 'primitive' && result.machine === 'void';
  // A cast, since the macro's value may be of another integer type, or a pointer to const.
  const body = isVoid ? `${call};` : `return (${cTypeName(result)})${call};`;
  return `${cTypeName(result)} ${symbolOf(callee)}(${parameters || 'void'}) { ${body} }`;
}

function cTypeName(type: LowLevelType): string {
  if (type.kind === 'primitive') return type.c;
  return type.kind === 'ptr' ? `${targetName(type.to)} *` : 'void *';
}

/** `void` where C has no name for what is pointed to: any object pointer converts to and from `void *`. */
function targetName(to: Container): string {
  switch (to.kind) {
    case 'struct':
      return to.c ?? 'void';
    case 'opaque':
      return to.name;
    case 'array':
    case 'fixed-array':
      return to.item.kind === 'struct' || to.item.kind === 'opaque'
        ? targetName(to.item)
        : itemName(to.item);
    case 'func':
      return 'void';
  }
}

const itemName = (item: LowLevelType): string =>
  item.kind === 'primitive' || item.kind === 'ptr' ? cTypeName(item) : 'void';
