// The module in AssemblyScript.
import { npmProgram } from './c-addon.ts';
import type { Peer } from './peer.ts';

const ASSEMBLYSCRIPT = ['assemblyscript@0.28.20', 'bin/asc.js'] as const;

export function assemblyScript(): Peer {
  const program = npmProgram(...ASSEMBLYSCRIPT);
  return {
    name: 'AssemblyScript',
    missing: () => null,
    version: [process.execPath, program, '--version'],
    files: (greeting) => ({
      'package.json': '{ "name": "small", "version": "1.0.0", "type": "module" }',
      'small.ts': `export function add(a: i32, b: i32): i32 {
  return a + b;
}
export function sum(values: Float64Array): f64 {
  let total = 0.0;
  for (let i = 0; i < values.length; i++) total += values[i];
  return total;
}
export function greet(name: string): string {
  return "${greeting}, " + name + "!";
}
`,
    }),
    outputs: ['out'],
    build: [
      process.execPath,
      program,
      'small.ts',
      '-O3',
      '--bindings',
      'esm',
      '-o',
      'out/small.wasm',
    ],
    check: [
      process.execPath,
      '--input-type=module',
      '-e',
      `const { add, sum, greet } = await import(process.cwd() + '/out/small.js');
console.log(JSON.stringify([add(1, 2), sum(Float64Array.of(1, 2, 3.5)), greet('x')]));`,
    ],
  };
}
