// 4xxx: tools that a build needs, and what they said.
import { code } from './code.ts';

export const TOOLCHAIN_CODES = {
  toolMissing: code<{ tool: string; install: string }>(
    4001,
    ({ tool }) => `${tool} was not found`,
    'The build needs this tool to make native code.',
    ({ install }) => `Install it: ${install}. \`mixmod doctor\` shows what is found.`,
  ),
  toolFailed: code<{ tool: string; step: string; message: string }>(
    4002,
    ({ tool, step, message }) => `${tool} failed in the step \`${step}\`: ${message}`,
    'The tool refused what it was given, or is of a version that does not understand it.',
    () =>
      '`mixmod doctor` shows the versions found; an error in code of your own is named in the message.',
  ),
  targetType: code<{ function: string; type: string; target: string; instead: string }>(
    4003,
    ({ function: name, type, target }) =>
      `${name}: C's type of rffi.${type} has another size on ${target}`,
    'The C library of a platform chooses the sizes of some types, and declarations say those of glibc.',
    ({ instead }) => `Declare rffi.${instead}, which has the size that C has there.`,
  ),
  machineIsNoTarget: code<{ machine: string; targets: string }>(
    4004,
    ({ machine }) => `mixmod does not build for this machine, ${machine}`,
    'Machine code is made for the platforms that mixmod knows; docs/targets.md says what others lack.',
    ({ targets }) =>
      `Run the program untranslated here (\`mixmod run --untranslated\`), or build it for another platform: \`--target\` is one of ${targets}.`,
  ),
} as const;
