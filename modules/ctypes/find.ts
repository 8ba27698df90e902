// A library's short name → the name of its file, as the dynamic linker's cache has it.
import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';

const PLACES = ['/sbin/ldconfig', '/usr/sbin/ldconfig', 'ldconfig'];
const FOLDERS = [
  '/lib/x86_64-linux-gnu',
  '/usr/lib/x86_64-linux-gnu',
  '/lib64',
  '/usr/lib64',
  '/usr/local/lib',
  '/usr/lib',
  '/lib',
];

function cached(): string {
  for (const command of PLACES) {
    const { status, stdout } = spawnSync(command, ['-p'], {
      encoding: 'utf8',
      env: { LC_ALL: 'C', PATH: process.env['PATH'] },
    });
    if (status === 0) return stdout;
  }
  return '';
}

function listed(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

/** `m` → `libm.so.6`; null where there is none. */
export function find_library(name: string): string | null {
  const escaped = name.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
  const inCache = new RegExp(`^\\s+(lib${escaped}\\.\\S+) \\(libc6,x86-64.*=>`, 'm').exec(cached());
  if (inCache?.[1] !== undefined) return inCache[1];
  const file = new RegExp(`^lib${escaped}\\.so(\\.[0-9.]+)?$`);
  for (const folder of FOLDERS) {
    const found = listed(folder)
      .filter((one) => file.test(one))
      .sort()
      .at(-1);
    if (found !== undefined) return found;
  }
  return null;
}
