// 4xxx: tools that a build needs, and what they said.
import { code } from './code.ts';

export const TOOLCHAIN_CODES = {
  toolMissing: code<{ tool: string; install: string }>(
    4001,
    ({ tool }) => `${tool} was not found`,
    'The build needs this tool to make native code.',
    ({ install }) => `Install it: ${install}. \`mixmod doctor\` shows what is found.`,
  ),
} as const;
