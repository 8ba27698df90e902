// The module in RTypeScript, by the command as it is installed.
import { COMMAND } from '../watched-command.ts';
import { checkNative, type Peer } from './peer.ts';

export const mixmod = (name: string, ...more: string[]): Peer => ({
  name,
  missing: () => null,
  version: [process.execPath, COMMAND, '--version'],
  files: (greeting) => ({
    'small.ts': `'use mixmod';
import { i32 } from 'mixmod';
export function add(a: i32, b: i32): i32 {
  return a + b;
}
export function sum(values: Float64Array): number {
  let total = 0;
  for (let i = 0; i < values.length; i++) total += values[i];
  return total;
}
export function greet(name: string): string {
  return \`${greeting}, \${name}!\`;
}
`,
  }),
  outputs: ['out', 'cache'],
  build: [process.execPath, COMMAND, 'build', 'small.ts', '--out', 'out', ...more],
  check: checkNative('out/small.node'),
  environment: { MIXMOD_CACHE: 'cache' },
});
