// Tools that know the flags of a library, for `rffi.ExternalCompilationInfo.from_pkg_config` and its kin.
import type { RunConfigTool } from '../../../runtime/rffi/config-tools.ts';
import type { Host } from '../../host.ts';
import { pkgConfigLooksElsewhere, thisMachine } from '../../target/this-machine.ts';
import type { TargetName } from '../../target/targets.ts';

const results = new Map<string, string>();

/** A tool is run once for the same arguments. */
export const configTool =
  (host: Host, target: TargetName): RunConfigTool =>
  (program, args) => {
    refuseOtherMachine(program, target);
    const key = JSON.stringify([program, args]);
    let result = results.get(key);
    if (result === undefined) results.set(key, (result = run(program, args, host)));
    return result;
  };

/** They tell what is installed for this machine; pkg-config can be told to look elsewhere. */
function refuseOtherMachine(program: string, target: TargetName): void {
  if (target === thisMachine()) return;
  if (program !== 'pkg-config')
    throw new Error(
      `${program} tells what this machine has, which is no ${target}: name include_dirs, library_dirs and libraries`,
    );
  if (!pkgConfigLooksElsewhere())
    throw new Error(
      `pkg-config tells what this machine has, which is no ${target}: set PKG_CONFIG_LIBDIR to the folders with the .pc files of that`,
    );
}

function run(program: string, args: readonly string[], host: Host): string {
  const { status, stdout, stderr } = host.run(program, args);
  if (status === 0) return stdout.trim();
  if (status === null)
    throw new Error(
      program === 'pkg-config'
        ? 'pkg-config is missing; install it (Debian: pkg-config)'
        : `${program} is missing; install the library's development files, which bring it`,
    );
  const [line = `it failed with status ${status}`] = stderr.trim().split('\n');
  throw new Error(`${program} ${args.join(' ')}: ${line}`);
}
