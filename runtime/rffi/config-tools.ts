// `rffi.ExternalCompilationInfo.from_pkg_config(…)` and its kin: the flags that tools print → a compilation info
// (rpython/translator/tool/cbuild.py).
import { compilationInfo, type MergeableInfo } from './compilation-info.ts';

/** Runs a program to its end and gives what it prints. Throws an Error that says what to install, or what it said. */
export type RunConfigTool = (program: string, args: readonly string[]) => string;

/** As a shell splits them: words with quotes around parts of them, and backslashes. */
function words(flags: string): readonly string[] {
  const found = flags.match(/(?:[^\s"'\\]|\\.|"(?:[^"\\]|\\.)*"|'[^']*')+/g) ?? [];
  return found.map((word) =>
    word.replaceAll(/'([^']*)'|"((?:[^"\\]|\\.)*)"|\\(.)/g, (_, single, double, escaped) =>
      String(single ?? double?.replaceAll(/\\(.)/g, '$1') ?? escaped),
    ),
  );
}

/** `-I folder` and `-Ifolder` are one. */
function split(flags: string, letters: string, take: (flag: string, value: string) => void): void {
  const list = words(flags);
  for (let i = 0; i < list.length; i++) {
    const word = list[i] ?? '';
    const flag = word.slice(0, 2);
    const isKnown = flag.startsWith('-') && letters.includes(flag.slice(1));
    if (isKnown) take(flag, word.length > 2 ? word.slice(2) : (list[++i] ?? ''));
    else take('', word);
  }
}

/** Of `NAME` or `NAME=value`. */
function definition(text: string): string {
  const at = text.indexOf('=');
  return at < 0 ? `#define ${text} 1` : `#define ${text.slice(0, at)} ${text.slice(at + 1)}`;
}

/** `-I` and `-D` have lists of their own; all else goes to the C compiler as it is. */
export function from_compiler_flags(flags: string): MergeableInfo {
  const include_dirs: string[] = [];
  const pre_include_bits: string[] = [];
  const compile_extra: string[] = [];
  split(flags, 'ID', (flag, value) => {
    if (flag === '-I') include_dirs.push(value);
    else if (flag === '-D') pre_include_bits.push(definition(value));
    else compile_extra.push(value);
  });
  return compilationInfo({ include_dirs, pre_include_bits, compile_extra });
}

/** `-L` and `-l` have lists of their own; all else goes to the linker as it is. */
export function from_linker_flags(flags: string): MergeableInfo {
  const library_dirs: string[] = [];
  const libraries: string[] = [];
  const link_extra: string[] = [];
  split(flags, 'Ll', (flag, value) => {
    if (flag === '-L') library_dirs.push(value);
    else if (flag === '-l') libraries.push(value);
    else link_extra.push(value);
  });
  return compilationInfo({ library_dirs, libraries, link_extra });
}

/** Of a tool that knows `--cflags` and `--libs`, e.g. `libpng-config`. */
export function from_config_tool(tool: string, run: RunConfigTool): MergeableInfo {
  const of = from_compiler_flags(run(tool, ['--cflags']));
  return of.merge(from_linker_flags(run(tool, ['--libs'])));
}

/** Of a package that pkg-config knows. */
export function from_pkg_config(name: string, run: RunConfigTool): MergeableInfo {
  const of = from_compiler_flags(run('pkg-config', ['--cflags', name]));
  return of.merge(from_linker_flags(run('pkg-config', ['--libs', name])));
}
