// The machine that this process runs on → the target whose addons it loads; and whether tools of this machine are told of another one.
import { closeSync, openSync, readSync } from 'node:fs';
import { isTargetName, type TargetName } from './targets.ts';

/** Else it tells what is installed here. */
export const pkgConfigLooksElsewhere = (): boolean =>
  ['PKG_CONFIG_LIBDIR', 'PKG_CONFIG_SYSROOT_DIR'].some((name) => Boolean(process.env[name]));

let known: TargetName | null | undefined;

/** As Node's packages have it. */
export const machineName = (): string => `${process.platform}-${process.arch}`;

/** null where it is none of the targets. */
export function thisMachine(): TargetName | null {
  if (known === undefined) known = machineTarget();
  return known;
}

function machineTarget(): TargetName | null {
  const name = machineName();
  const named = process.platform === 'linux' && loadedByMusl() ? `${name}-musl` : name;
  return isTargetName(named) ? named : null;
}

/** A program names its loader within its first page. */
function loadedByMusl(): boolean {
  try {
    const file = openSync('/proc/self/exe', 'r');
    try {
      const page = Buffer.alloc(4096);
      readSync(file, page, 0, page.length, 0);
      return page.includes('/ld-musl-');
    } finally {
      closeSync(file);
    }
  } catch {
    return false;
  }
}
