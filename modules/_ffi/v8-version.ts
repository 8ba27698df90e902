// The host → the version of V8's interface, where it is a Node.js whose layouts are known.

/**
 * `process.versions.modules` where what is written of V8 in these files is right, in modules/_ffi/fast-call.ts and interp_*.ts; 0
 * elsewhere.
 */
export const V8_VERSION: number = known() ? Number(process.versions.modules) : 0;

function known(): boolean {
  const { versions, arch, platform, env } = process;
  if (versions['bun'] !== undefined || versions['deno'] !== undefined) return false;
  if (versions['electron'] !== undefined || arch !== 'x64' || platform !== 'linux') return false;
  // Its objects and its isolates are laid out in another way.
  const { variables } = process.config as { readonly variables: Readonly<Record<string, unknown>> };
  if (variables['v8_enable_pointer_compression'] === 1) return false;
  return (
    env['MIXMOD_FAST_CALLS'] !== '0' && ['115', '127', '137', '147'].includes(versions.modules)
  );
}
