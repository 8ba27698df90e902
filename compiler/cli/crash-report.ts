// `mixmod crash-report`, which no person calls: what `runtime/crash/trace.c` starts when a process crashes and waits for. Prints the
// stack from the fault to the last line of TypeScript.
import { constants } from 'node:os';
import { basename, relative } from 'node:path';
import { withoutHome } from '../program/home-name.ts';
import { nodeHost } from '../host.ts';
import { findTool } from '../toolchain/find-tool.ts';
import { EXIT } from './exit-codes.ts';

interface Module {
  readonly path: string;
  /** Where it is loaded: addresses in its symbol table count from there. */
  readonly base: number;
}

interface Frame {
  readonly name: string;
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly module: string;
}

/** The process is stopped until this one ends. Addresses are hexadecimal. */
export function crashReportCommand([
  pid = '',
  signal = '',
  address = '',
  ...pcs
]: readonly string[]): number {
  const maps = nodeHost.readText(`/proc/${pid}/maps`) ?? '';
  const modules = pcs.map((pc) => moduleAt(maps, parseInt(pc, 16)));
  // Behind the call from JavaScript there is only the engine.
  const isEngine = (module: Module | null): boolean => !module || module.path === process.execPath;
  const first = modules.findIndex((module) => !isEngine(module));
  const end = modules.findIndex((module, index) => index > first && isEngine(module));
  const frames = pcs
    .slice(0, end < 0 ? pcs.length : end)
    .flatMap((pc, index) => framesAt(parseInt(pc, 16), modules[index] ?? null));
  const name = Object.entries(constants.signals).find(
    ([, number]) => number === Number(signal),
  )?.[0];
  const shown = frames.filter(isShown).map((frame) => `    at ${frameText(frame)}\n`);
  const advice = shown.some((line) => /\.[cm]?ts:\d/.test(line))
    ? ''
    : 'Build with --debug or -g to see lines.\n';
  process.stdout.write(
    `mixmod: ${name ?? `signal ${signal}`} at address 0x${address}\n${shown.join('')}${advice}`,
  );
  return EXIT.ok;
}

function moduleAt(maps: string, pc: number): Module | null {
  const rows = maps.split('\n').flatMap((row) => {
    const [, begin = '', end = '', path = ''] = /^(\w+)-(\w+)(?: +\S+){4} *(\/.*)$/.exec(row) ?? [];
    return path ? [{ begin: parseInt(begin, 16), end: parseInt(end, 16), path }] : [];
  });
  const found = rows.find(({ begin, end }) => begin <= pc && pc < end);
  const base = rows.find(({ path }) => path === found?.path)?.begin;
  return found && base !== undefined ? { path: found.path, base } : null;
}

/** Of functions inlined into each other the innermost first. */
function framesAt(pc: number, module: Module | null): readonly Frame[] {
  if (!module) return [{ name: '', file: '', line: 0, column: 0, module: '' }];
  const none = { name: '', file: '', line: 0, column: 0, module: basename(module.path) };
  const tool = findTool('symbolizer', nodeHost);
  if (!tool) return [none];
  const offset = `0x${(pc - module.base).toString(16)}`;
  const { stdout, status } = nodeHost.run(tool, [
    `--obj=${module.path}`,
    '--output-style=JSON',
    offset,
  ]);
  const [answer] = status === 0 ? (JSON.parse(stdout) as readonly SymbolizerAnswer[]) : [];
  return (answer?.Symbol ?? []).map((symbol) => ({
    ...none,
    name: symbol.FunctionName,
    file: symbol.FileName,
    line: symbol.Line,
    column: symbol.Column,
  }));
}

/** LLVM's. */
interface SymbolizerAnswer {
  readonly Symbol?: readonly {
    readonly FunctionName: string;
    readonly FileName: string;
    readonly Line: number;
    readonly Column: number;
  }[];
}

/** What stands between JavaScript and the program says nothing. */
const isShown = ({ name }: Frame): boolean =>
  !/^(?:mm\.|wrapper\.|fast\.|cold\.|call of )/.test(name);

function frameText({ name, file, line, column, module }: Frame): string {
  const shown = withoutHome(name.replace(/^rts\./, '')) || 'an unknown function';
  if (line === 0) return `${shown} (${module || 'no module'})`;
  const path = relative('.', file);
  return `${shown} (${path.startsWith('..') ? file : path}:${line}${column > 0 ? `:${column}` : ''})`;
}
