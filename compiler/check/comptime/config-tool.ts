// Tools that know the flags of a library, for `rffi.ExternalCompilationInfo.from_pkg_config` and its kin.
import type { RunConfigTool } from '../../../runtime/rffi/config-tools.ts';
import type { Host } from '../../host.ts';

const results = new Map<string, string>();

/** A tool is run once for the same arguments. */
export const configTool =
  (host: Host): RunConfigTool =>
  (program, args) => {
    const key = JSON.stringify([program, args]);
    let result = results.get(key);
    if (result === undefined) results.set(key, (result = run(program, args, host)));
    return result;
  };

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
