// Checks programs given as texts: no file of theirs is on the disk.
import { check, type CheckResult } from '../../compiler/check/check.ts';
import { isLibraryModulePath } from '../../compiler/check/library-paths.ts';
import { nodeHost, type Host } from '../../compiler/host.ts';
import { printFunction, printModule } from '../../compiler/program/print.ts';
import { lineColumn } from '../../compiler/source/source-file.ts';

const MAIN = 'main.ts';

/** A host whose disk is `files`, by name, beside the library of the package. */
export function memoryHost(files: Readonly<Record<string, string>>): Host {
  const texts = new Map(
    Object.entries(files).map(([name, text]) => [nodeHost.resolve(name), text]),
  );
  return {
    ...nodeHost,
    readText: (path) => (isLibraryModulePath(path) ? nodeHost.readText(path) : texts.get(path)),
    exists: (path) => (isLibraryModulePath(path) ? nodeHost.exists(path) : texts.has(path)),
  };
}

/** A text alone is `main.ts`; of several files the entry is `main.ts`. */
export function checkText(program: string | Readonly<Record<string, string>>): CheckResult {
  const files = typeof program === 'string' ? { [MAIN]: program } : program;
  return check(MAIN, memoryHost(files));
}

/** `RTS1002 3:7` for each report, in order. */
export const errorsOf = (program: string | Readonly<Record<string, string>>): string[] =>
  checkText(program).diagnostics.map(({ code, span }) => {
    if (!span) return code;
    const { line, column } = lineColumn(span.file, span.start);
    const file = span.file.path === MAIN ? '' : `${span.file.path}:`;
    return `${code} ${file}${line}:${column}`;
  });

function checked(
  program: string | Readonly<Record<string, string>>,
): NonNullable<CheckResult['program']> {
  const { program: tree, diagnostics } = checkText(program);
  if (!tree)
    throw new Error(diagnostics.map(({ code, message }) => `${code} ${message}`).join('\n'));
  return tree;
}

/** The printed body of the function `f`, without its head. */
export function bodyOf(program: string | Readonly<Record<string, string>>, name = 'f'): string {
  const made = checked(program)
    .modules.flatMap((module) => module.functions)
    .find((candidate) => candidate.name === name);
  if (!made) throw new Error(`no function ${name}`);
  return printFunction(made)
    .split('\n')
    .slice(1)
    .map((line) => line.replace(/^ {2}/, ''))
    .join('\n');
}

/** The printed head of the function `f`. */
export function headOf(program: string, name = 'f'): string {
  const made = checked(program)
    .modules.flatMap((module) => module.functions)
    .find((candidate) => candidate.name === name);
  return made ? (printFunction(made).split('\n')[0] ?? '') : '';
}

/** All modules, printed. */
export const printed = (program: string | Readonly<Record<string, string>>): string =>
  checked(program).modules.map(printModule).join('\n');

/** The printed value of `e` in `return e`, in a function of the given parameters. */
export function valueOf(expression: string, parameters = '', result = ''): string {
  const body = bodyOf(
    `${NAMES}export function f(${parameters})${result && `: ${result}`} { return ${expression}; }`,
  );
  return body.replace(/^return /, '');
}

/** The type of `e`, as the inferred result of a function. */
export function typeOf(expression: string, parameters = ''): string {
  const head = headOf(`${NAMES}export function f(${parameters}) { return ${expression}; }`);
  return head.slice(head.lastIndexOf('): ') + 3);
}

/** Codes of the reports for `return e`. */
export const codesOf = (expression: string, parameters = '', result = ''): string[] =>
  checkText(
    `${NAMES}export function f(${parameters})${result && `: ${result}`} { return ${expression}; }`,
  ).diagnostics.map(({ code }) => code);

export const NAMES =
  "import { i8, i16, i32, i64, u8, u16, u32, u64, isize, usize, f32, f64 } from 'mixmod';\n";
