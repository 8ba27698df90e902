// TypeScript text → the unit that the passes of `ranges/` see, and what they make of it.
import { check } from '../../../compiler/check/check.ts';
import { flow } from '../../../compiler/flow/flow.ts';
import type { Unit } from '../../../compiler/graph/unit.ts';
import { nodeHost, type Host } from '../../../compiler/host.ts';
import { lower } from '../../../compiler/lower/lower.ts';
import { optimize } from '../../../compiler/optimize/optimize.ts';

const PATH = '/program/main.ts';

export interface Units {
  readonly low: Unit;
  readonly optimized: Unit;
}

export function compiled(text: string): Units {
  const source = `'use mixmod';\n${text}`;
  const host: Host = {
    ...nodeHost,
    readText: (path) => (path === PATH ? source : nodeHost.readText(path)),
    exists: (path) => path === PATH || nodeHost.exists(path),
  };
  const { program, diagnostics } = check(PATH, host);
  if (!program) throw new Error(diagnostics.map((item) => JSON.stringify(item, null, 1)).join('\n'));
  const low = lower(flow(program));
  return { low, optimized: optimize(low, { level: 3 }) };
}
