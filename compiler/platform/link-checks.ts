// An expression and a compilation info → whether it compiles and links, or what it is when it is run.
import type { Host, ToolResult } from '../host.ts';
import { TARGETS, type TargetName } from '../target/targets.ts';
import { cPreamble, libraryOptions } from '../toolchain/compilation-info.ts';
import { isCross, systemLibraries } from '../toolchain/c-compiler.ts';
import { findTool } from '../toolchain/find-tool.ts';
import { relevantLine } from '../toolchain/run-tool.ts';
import { cArguments, type Compiler } from './ask-compiler.ts';
import { readErrors } from './c-messages.ts';
import type { Answer } from './questions.ts';

/** Linked, so that a name which is only declared is no answer; never run. */
export function hasAnswer(expression: string, compiler: Compiler): Answer {
  const x = `(${expression})`;
  // The address is stored, or no reference to the symbol would be left; a call is made, which C lets pass undeclared.
  const address = `__builtin_choose_expr(__builtin_classify_type${x} == 5, ${x}, 0)`;
  const words = failureOf(
    `void *volatile mixmod_address = (void *)${address}; (void)${x};`,
    compiler,
  );
  // A value without a type can only be thrown away.
  if (words !== null && /void (expression|value)/.test(words))
    return booleanOf(failureOf(`(void)${x};`, compiler));
  return booleanOf(words);
}

export const worksAnswer = (compiler: Compiler): Answer => booleanOf(failureOf('', compiler));

const booleanOf = (failure: string | null): Answer => ({
  kind: 'boolean',
  is: failure === null,
  why: failure,
});

function failureOf(statement: string, compiler: Compiler): string | null {
  const main = `int main(void) { ${statement} return 0; }`;
  return linked(main, compiler, ({ status, stderr }) => (status === 0 ? null : wordsOf(stderr)));
}

const RESULT = 'mixmod result';

/** The only question for which a program is run; `runs` is false for one of another machine. */
export function runAnswer(call: string, runs: boolean, compiler: Compiler): Answer {
  if (!runs) {
    const message = `${call} is not known before the program runs, and this is a compiler for another machine`;
    return { kind: 'error', message };
  }
  const main = `#include <stdio.h>
int main(void) {
#line 1 "mixmod:questions"
  long long result = (${call});
  printf("${RESULT} %lld\\n", result);
  return 0;
}`;
  return linked(main, compiler, ({ status, stderr }, program) => {
    if (status !== 0) return { kind: 'error', message: wordsOf(stderr) };
    const run = compiler.host.run(program, []);
    const value = new RegExp(`^${RESULT} (-?\\d+)$`, 'm').exec(run.stdout)?.[1];
    if (value === undefined)
      return { kind: 'error', message: `${call}: the program that calls it has not ended well` };
    return {
      kind: 'constant',
      constant: { kind: 'integer', value: BigInt(value), signed: true, size: 8 },
    };
  });
}

function linked<T>(
  main: string,
  { path, host, target, info }: Compiler,
  use: (result: ToolResult, program: string) => T,
): T {
  const folder = host.makeTemporary();
  try {
    const write = (name: string, text: string): string => {
      const file = host.resolve(folder, name);
      host.writeTemporary(file, `#line 1 "mixmod:preamble"\n${cPreamble(info)}\n${text}\n`);
      return file;
    };
    const sources = [
      write('main.c', `#line 1 "mixmod:questions"\n${main}`),
      ...info.separate_module_sources.map((text, index) => write(`source${index}.c`, text)),
      ...info.separate_module_files,
    ];
    const program = host.resolve(folder, 'program');
    const args = [
      ...cArguments(info, target),
      ...sources,
      '-x',
      'none',
      '-o',
      program,
      ...libraryOptions([info]),
      ...linkArguments(target, host),
    ];
    return use(host.run(path, args), program);
  } finally {
    host.remove(folder);
  }
}

function wordsOf(stderr: string): string {
  const { refused, foreign } = readErrors(stderr);
  const [first] = refused.values();
  return first ?? foreign?.message ?? linkersWords(relevantLine(stderr));
}

/** A program of another machine needs files to begin with that only its C compiler has; a library shows as well that all names are there. */
function linkArguments(name: TargetName, host: Host): readonly string[] {
  if (!isCross(name)) return [];
  const target = TARGETS[name];
  const linker = findTool('lld', host);
  return [
    ...(linker === undefined ? [] : [`--ld-path=${linker}`]),
    '-nostdlib',
    '-shared',
    '-fPIC',
    '-Wl,-z,defs',
    ...systemLibraries(target).map((folder) => `-L${folder}`),
    '-lc',
    ...(target.libc === 'glibc' ? ['-lm'] : []),
  ];
}

/** What linkers write has places of a file that is gone. */
function linkersWords(line: string): string {
  const [, name] = /undefined (?:reference to [`']|symbol: )([^']+)/.exec(line) ?? [];
  if (name !== undefined) return `no library has ${name}`;
  const [, library] = /(?:cannot|unable to) find (?:library )?-l(\S+?):?(?:\s|$)/.exec(line) ?? [];
  return library === undefined ? line : `there is no library ${library}`;
}
