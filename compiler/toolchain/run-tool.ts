// Runs one tool of a build: measures it, and turns its absence or failure into a diagnostic.
import { E } from '../diagnostics/codes.ts';
import type { DiagnosticSink } from '../diagnostics/diagnostic.ts';
import type { Host, ToolResult } from '../host.ts';
import { findTool, missingTool, purposeOf, type ToolName } from './find-tool.ts';

export interface ToolRuns {
  readonly host: Host;
  readonly sink: DiagnosticSink;
  /** Milliseconds by step. */
  readonly timings: Record<string, number>;
}

/** False after a failure, which is reported. */
export function runTool(
  tool: ToolName,
  step: string,
  args: readonly string[],
  runs: ToolRuns,
): boolean {
  const result = tryTool(tool, step, args, runs);
  return result !== undefined && isSuccess(tool, step, result, runs);
}

/** The same, while this process goes on. */
export async function startTool(
  tool: ToolName,
  step: string,
  args: readonly string[],
  runs: ToolRuns,
): Promise<boolean> {
  const path = findTool(tool, runs.host);
  if (path === undefined) {
    runs.sink.report(E.toolMissing, null, missingTool(tool));
    return false;
  }
  const start = performance.now();
  const result = await runs.host.start(path, args);
  runs.timings[step] = (runs.timings[step] ?? 0) + performance.now() - start;
  return isSuccess(tool, step, result, runs);
}

function isSuccess(tool: ToolName, step: string, result: ToolResult, { sink }: ToolRuns): boolean {
  if (result.status === 0) return true;
  const message = relevantLine(result.stderr);
  sink.report(E.toolFailed, null, { tool: purposeOf(tool), step, message });
  return false;
}

/** The result whatever it is; undefined where the tool is missing, which is reported. */
export function tryTool(
  tool: ToolName,
  step: string,
  args: readonly string[],
  { host, sink, timings }: ToolRuns,
): ToolResult | undefined {
  const path = findTool(tool, host);
  if (path === undefined) {
    sink.report(E.toolMissing, null, missingTool(tool));
    return undefined;
  }
  const start = performance.now();
  const result = host.run(path, args);
  timings[step] = (timings[step] ?? 0) + performance.now() - start;
  return result;
}

/** Place in a file of the build's own folder, which is gone when somebody reads of it. */
const OWN_FILE = /^\S*\/mixmod-[^/\s]+\/[^\s:]+:(?:\d+:)*\s*/;

export const withoutOwnFile = (line: string): string => line.replace(OWN_FILE, '');

/** The first line that says `error`, else the first that says anything. */
export function relevantLine(output: string): string {
  const lines = output
    .split('\n')
    .map((line) => withoutOwnFile(line.trim()))
    .filter((line) => line !== '');
  return (
    lines.find((line) => /\berror\b|undefined reference|cannot find/i.test(line)) ??
    lines[0] ??
    'it said nothing'
  );
}
