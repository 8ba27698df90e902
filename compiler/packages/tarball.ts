// What npm would put into the tarball of a package, and what of the package it would leave out.
import type { Host } from '../host.ts';

/** Paths in the package's folder; null where npm cannot be asked. */
export function tarballFiles(folder: string, host: Host): ReadonlySet<string> | null {
  // Scripts of the package would run this again.
  const args = ['pack', folder, '--dry-run', '--json', '--ignore-scripts'];
  const { status, stdout } = host.run('npm', args);
  if (status !== 0) return null;
  try {
    const [packed] = Object.values(
      JSON.parse(stdout) as Record<string, { files: { path: string }[] }>,
    );
    return packed ? new Set(packed.files.map(({ path }) => path)) : null;
  } catch {
    return null;
  }
}
