// What `make bench-build` needs to know of a tool that builds native modules.

/** A program and its arguments, run in the module's folder. */
export type CommandLine = readonly [program: string, ...args: string[]];

export interface Times {
  /** Seconds. */
  readonly wall: number;
  /** Seconds of all processes together. */
  readonly cpu: number;
}

/** Of the module that all build: `add(i32, i32)`, `sum(Float64Array)` and `greet(string)`, whose greeting is what an edit changes. */
export interface Peer {
  readonly name: string;
  /** What to install where it is missing; null where all is there. May install npm packages for the measurement. */
  missing(): string | null;
  /** Prints the version. */
  readonly version: CommandLine;
  /** By name; `greeting` stands in one line. */
  files(greeting: string): Readonly<Record<string, string>>;
  /** Everything that a build leaves, relative; without it the next one begins from nothing. */
  readonly outputs: readonly string[];
  readonly build: CommandLine;
  /** Prints `[add(1, 2), sum([1, 2, 3.5]), greet('x')]` as JSON, of the built module. */
  readonly check: CommandLine;
  /** Added to the environment of builds. */
  readonly environment?: Readonly<Record<string, string>>;
}

/** For modules that Node loads; `path` is relative to the folder. */
export const checkNative = (path: string): CommandLine => [
  process.execPath,
  '-e',
  `const m = { exports: {} }; process.dlopen(m, require('path').resolve(${JSON.stringify(path)}));
const { add, sum, greet } = m.exports;
console.log(JSON.stringify([add(1, 2), sum(Float64Array.of(1, 2, 3.5)), greet('x')]));`,
];
