// The host → the version of V8's interface, where it is a Node.js whose layouts are known. What relies on those layouts: the calls of C
// in `modules/_ffi/`, and the fast lane of compiled modules (`compiler/builtins/fast-lane/`).

/** What is read of `process`. */
export interface HostProcess {
  readonly versions: Readonly<Record<string, string | undefined>>;
  readonly arch: string;
  readonly platform: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly config: unknown;
}

/**
 * `process.versions.modules` of a Node.js on which V8's fast calls are made; 0 on others, without a process, and where `MIXMOD_FAST_CALLS`
 * is 0. Refers to nothing outside itself: compiled modules carry its source text (`toString()`).
 */
export function v8Version(process: HostProcess | undefined): number {
  if (!process?.versions) return 0;
  const { versions, arch, platform } = process;
  // Deno asks its user before it gives the environment, so that comes last.
  if (versions['bun'] !== undefined || versions['deno'] !== undefined) return 0;
  if (versions['electron'] !== undefined || arch !== 'x64' || platform !== 'linux') return 0;
  // Its objects and its isolates are laid out in another way.
  const { variables } = (process.config ?? {}) as {
    readonly variables?: Readonly<Record<string, unknown>>;
  };
  if (!variables || variables['v8_enable_pointer_compression'] === 1) return 0;
  const { modules = '' } = versions;
  if (!['115', '127', '137', '147'].includes(modules)) return 0;
  return process.env['MIXMOD_FAST_CALLS'] === '0' ? 0 : Number(modules);
}
