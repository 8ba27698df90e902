// A program's entry file → the text of its interface with its version and hash: what others can know of the module.
import type { Host } from '../../host.ts';
import { openProgram } from '../check-part.ts';
import { INTERFACE_VERSION } from './interface-text.ts';
import { Interfaces } from './interfaces.ts';

/** null where the file cannot be read. */
export function interfaceFile(path: string, host: Host): string | null {
  const open = openProgram(path, host);
  if (!open) return null;
  const { text, hash } = new Interfaces(open).of(open.entry);
  return `// mixmod interface ${INTERFACE_VERSION}, sha256 ${hash}\n${text}`;
}
