// What a build is asked for. Made by the command line, read by the stages from `optimize` on.

export interface BuildOptions {
  /** 0: no optimisation of ours or LLVM's, debug information. 3: everything. */
  readonly level: 0 | 3;
  /** Instruction set: `x86-64` (portable, the default), `x86-64-v3`, `native`. */
  readonly cpu: string;
  /** Emit DWARF: lines and variables. It changes no machine code. */
  readonly debug: boolean;
  /** Each use of raw memory is checked. */
  readonly checked: boolean;
  /** Also produce the assembly text. */
  readonly assembly: boolean;
}

export const RELEASE: BuildOptions = {
  level: 3,
  cpu: 'x86-64',
  debug: false,
  checked: false,
  assembly: false,
};
/** While a program is written: nothing is optimised, nor described for debuggers. */
export const WATCH: BuildOptions = {
  level: 0,
  cpu: 'x86-64',
  debug: false,
  checked: false,
  assembly: false,
};
export const DEBUG: BuildOptions = {
  level: 0,
  cpu: 'x86-64',
  debug: true,
  checked: false,
  assembly: false,
};
