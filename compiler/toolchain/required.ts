// Which tools no build can do without, and one command that installs several things.
import type { Host } from '../host.ts';
import { findTool, isRequired, TOOL_NAMES, type ToolName } from './find-tool.ts';

export const missingTools = (host: Host): readonly ToolName[] =>
  TOOL_NAMES.filter((tool) => isRequired(tool) && findTool(tool, host) === undefined);

const APT = 'apt-get install ';

/** `apt-get install a` and `apt-get install a b` → `apt-get install a b`; what is no such command stays beside. */
export function joinHints(hints: readonly string[]): string {
  const isPackages = (hint: string): boolean => hint.startsWith(APT);
  const packages = hints.filter(isPackages).flatMap((hint) => hint.slice(APT.length).split(' '));
  const joined = packages.length > 0 ? [APT + [...new Set(packages)].join(' ')] : [];
  return [...new Set([...joined, ...hints.filter((hint) => !isPackages(hint))])].join('; ');
}
