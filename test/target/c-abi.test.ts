// How structures travel in calls of C, on all architectures: what `runtime/lltype/` says is what clang does, for random structures.
import { spawnSync } from 'node:child_process';
import { describe, expect, test } from 'vitest';
import { nodeHost } from '../../compiler/host.ts';
import { TARGETS, type TargetName } from '../../compiler/target/targets.ts';
import { findTool } from '../../compiler/toolchain/find-tool.ts';
import { C_ABIS } from '../../runtime/lltype/classify.ts';
import { alignOf, sizeOf } from '../../runtime/lltype/layout.ts';
import type { CAbi, Passed } from '../../runtime/lltype/passing.ts';
import { Structures, type Sample } from './random-structures.ts';

const COUNT = 600;

/** LLVM's declarations of `struct S f0(struct S)` and the like. */
function declarationsOf(samples: readonly Sample[], target: TargetName): readonly Signature[] {
  const functions = samples.map(({ text, c }, i) =>
    [
      text,
      `${c} f${i}(${c} a);`,
      `_Static_assert(sizeof(${c}) == ${sizeOf(samples[i]?.type as never)}, "size");`,
      `_Static_assert(_Alignof(${c}) == ${alignOf(samples[i]?.type as never)}, "align");`,
    ].join('\n'),
  );
  const used = `void *all[] = { ${samples.map((_, i) => `f${i}`).join(', ')} };`;
  const clang = findTool('crossCc', nodeHost);
  if (clang === undefined) throw new Error('clang is missing: make setup installs it');
  const args = [`--target=${TARGETS[target].triple}`, '-S', '-emit-llvm', '-w', '-x', 'c', '-'];
  const { stdout, stderr, status } = spawnSync(clang, [...args, '-o', '-'], {
    input: [...functions, used].join('\n'),
    encoding: 'utf8',
    maxBuffer: 1 << 26,
  });
  if (status !== 0) throw new Error(stderr);
  return samples.map((_, i) => {
    const [, result = '', list = ''] =
      new RegExp(`^declare (.*) @f${i}\\((.*)\\) #`, 'm').exec(stdout) ?? [];
    return { result, args: list };
  });
}

interface Signature {
  readonly result: string;
  readonly args: string;
}

/** What a list of arguments comes to: registers by kind, in order, or memory. clang names integers by the members that they hold. */
function kindsOf(args: string, withHidden: boolean): string {
  const parts = args === '' ? [] : args.split(/, (?![^{[<]*[}\]>])/);
  return parts
    .filter((part) => withHidden || !part.includes('sret'))
    .map((part) => {
      if (part.includes('byval')) return 'in memory';
      if (/^(%|i\d+\*)/.test(part) && part.includes('noundef'))
        return part.startsWith('%') ? 'address' : 'i';
      return kindOf(part.replace(/ noundef.*$/, ''));
    })
    .join(', ');
}

/** One register of a kind, or LLVM's type of several. */
function kindOf(type: string): string {
  if (/^(float|double|<2 x float>)$/.test(type)) return 'f';
  return /^i\d+\*?$/.test(type) && type !== 'i128' ? 'i' : type;
}

/** The same of what is said here. */
function ourKinds(passed: Passed, abi: CAbi): string {
  if (passed.kind === 'nothing') return '';
  if (passed.kind === 'memory') return abi.inMemory === 'by address' ? 'address' : 'in memory';
  if (passed.kind === 'scalar') return passed.type;
  return passed.pieces.map(({ type }) => kindOf(type)).join(', ');
}

describe.each(['linux-x64', 'linux-arm64'] as const)('%s', (target) => {
  const abi = C_ABIS[TARGETS[target].architecture];
  const structures = new Structures(20240617);
  const samples = Array.from({ length: COUNT }, () => structures.next());
  const declared = declarationsOf(samples, target);

  test(`arguments of ${COUNT} structures`, () => {
    const wrong = samples.flatMap(({ type, text }, i) => {
      const passed = abi.arguments(abi.classify(type))(type);
      const [ours, clangs] = [ourKinds(passed, abi), kindsOf(declared[i]?.args ?? '', false)];
      return ours === clangs ? [] : [`${text}\n  here ${ours}, clang ${declared[i]?.args}`];
    });
    expect(wrong).toEqual([]);
  });

  test(`results of ${COUNT} structures`, () => {
    const wrong = samples.flatMap(({ type, text }, i) => {
      const passed = abi.classify(type);
      const isInMemory = (declared[i]?.args ?? '').includes('sret');
      return (passed.kind === 'memory') === isInMemory
        ? []
        : [`${text}\n  here ${passed.kind}, clang ${declared[i]?.result} (${declared[i]?.args})`];
    });
    expect(wrong).toEqual([]);
  });
});
