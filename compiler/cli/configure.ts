// `mixmod configure`: what a program asks the C compiler with rffi_platform, and the answers of this machine.
import { platformAnswers, type PlatformAnswer } from '../check/comptime/platform-probe.ts';
import { nodeHost } from '../host.ts';
import { describeType, isLowLevelType } from '../../runtime/lltype/constructors.ts';
import { alignOf, fieldPlace, sizeOf } from '../../runtime/lltype/layout.ts';
import type { LowLevelType } from '../../runtime/lltype/types.ts';
import { checkFile } from './check.ts';
import { EXIT, exitCodeOf } from './exit-codes.ts';
import { reportDiagnostics } from './report.ts';

export function configureCommand(file: string, options: { readonly json?: boolean }): number {
  // The answers are those to the questions of one check.
  const host = { ...nodeHost };
  const diagnostics = checkFile(file, host);
  if (diagnostics.length > 0) {
    reportDiagnostics(diagnostics, false);
    return exitCodeOf(diagnostics);
  }
  const answers = platformAnswers(host);
  const text = options.json
    ? `${JSON.stringify(answers.map(asJson), null, 2)}\n`
    : answers.map((one) => `${lineOf(one)}\n`).join('');
  process.stdout.write(text);
  if (answers.length === 0)
    process.stderr.write(`mixmod configure: ${file} asks nothing with rffi_platform\n`);
  return EXIT.ok;
}

const asJson = ({ entry, answer }: PlatformAnswer): object => ({
  kind: entry.kind,
  ...('name' in entry && { name: entry.name }),
  answer: isLowLevelType(answer) ? typeAsJson(answer) : answer,
});

function typeAsJson(type: LowLevelType): object {
  const layout = { type: describeType(type), size: sizeOf(type), align: alignOf(type) };
  if (type.kind !== 'struct') return layout;
  const fields = type.fields.map(({ name, type: held }) => {
    const { offset, bits } = fieldPlace(type, name);
    return { name, type: describeType(held), offset, ...(bits && { bits: bits.width }) };
  });
  return { ...layout, fields };
}

function lineOf({ entry, answer }: PlatformAnswer): string {
  const name = 'name' in entry ? entry.name : 'the compilation info';
  const call = entry.kind === 'IntegerFunctionResult' ? `${name}(${entry.args.join(', ')})` : name;
  return `${entry.kind} ${call}: ${isLowLevelType(answer) ? typeText(answer) : JSON.stringify(answer)}`;
}

function typeText(type: LowLevelType): string {
  const head = `${describeType(type)}, ${sizeOf(type)} bytes, aligned to ${alignOf(type)}`;
  if (type.kind !== 'struct') return head;
  const fields = type.fields.map(({ name, type: held }) => {
    const { offset, bits } = fieldPlace(type, name);
    return `\n  ${name.replace(/^c_/, '')}: ${describeType(held)} at ${offset}${bits ? `, ${bits.width} bits` : ''}`;
  });
  return `${head}${fields.join('')}`;
}
