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
} as const;
