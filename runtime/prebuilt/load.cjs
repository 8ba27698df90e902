// Written by mixmod: loads the build of a package for the platform that this runs on, or says which files it has tried, why each failed,
// and what helps.
'use strict';
const { closeSync, existsSync, openSync, readSync } = require('node:fs');
const { join } = require('node:path');

/**
 * `builds[entry][target]` is what is required, and what requires it: bundlers find only what a `require` of a text names. `isOptional`: the
 * builds are packages of their own.
 */
module.exports = ({ name, builds, isOptional }) => {
  const loaded = new Map();
  return (entry) => {
    if (!loaded.has(entry)) loaded.set(entry, load(name, builds[entry], isOptional));
    return loaded.get(entry);
  };
};

function load(name, builds, isOptional) {
  const target = platform();
  const build = builds[target];
  if (build === undefined) throw failure(name, target, builds, [], undefined, UNKNOWN(target));
  const [file, requireIt] = build;
  try {
    return requireIt();
  } catch (cause) {
    const tried = places(file).map((path) => ({ path, reason: reasonOf(path, cause) }));
    throw failure(name, target, builds, tried, cause, advice(name, tried, isOptional));
  }
}

/** One C library's builds do not run with the other. */
function platform() {
  const name = `${process.platform}-${process.arch}`;
  return process.platform === 'linux' && isMusl() ? `${name}-musl` : name;
}

function isMusl() {
  const { Deno } = globalThis;
  if (Deno) return Deno.build.target.endsWith('musl');
  const loader = loaderOfProgram();
  if (loader !== undefined) return loader.startsWith('ld-musl-');
  const header = reportHeader();
  return header !== undefined && !header.glibcVersionRuntime;
}

/** A program names its loader within its first page. The report says the same, but takes a hundred times as long. */
function loaderOfProgram() {
  try {
    const file = openSync('/proc/self/exe', 'r');
    const page = Buffer.alloc(4096);
    readSync(file, page, 0, page.length, 0);
    closeSync(file);
    return /\/(ld-[\w.-]+\.so[\w.]*)\0/.exec(page.toString('latin1'))?.[1];
  } catch {
    return undefined;
  }
}

function reportHeader() {
  const { report } = process;
  if (!report || typeof report.getReport !== 'function') return undefined;
  const network = report.excludeNetwork;
  // The names of all hosts that the process speaks with would be looked up.
  report.excludeNetwork = true;
  try {
    const made = report.getReport();
    return (typeof made === 'string' ? JSON.parse(made) : made).header;
  } catch {
    return undefined;
  } finally {
    report.excludeNetwork = network;
  }
}

// ---- what is said ----

function places(file) {
  if (file.startsWith('./')) return [join(__dirname, file)];
  return (require.resolve.paths(file) || []).map((folder) => join(folder, file));
}

function reasonOf(path, cause) {
  if (!existsSync(path)) return 'there is no such file';
  // Node adds lines about who has required it.
  return String((cause && cause.message) || cause).split('\n')[0];
}

function failure(name, target, builds, tried, cause, help) {
  const { bun, deno, node } = process.versions;
  const host = bun ? `Bun ${bun}` : deno ? `Deno ${deno}` : `Node ${node}`;
  const lines = [
    `${name} has no native module that loads here (${target}, ${host}).`,
    ...(tried.length > 0 ? ['Tried:'] : []),
    ...tried.map(({ path, reason }) => `  ${path}: ${reason}`),
    `The package has builds for ${Object.keys(builds).join(', ')}.`,
    help,
  ];
  const error = new Error(lines.join('\n'), cause === undefined ? undefined : { cause });
  return Object.assign(error, { code: 'ERR_MIXMOD_NO_BUILD', target, tried });
}

const UNKNOWN = (target) =>
  `Ask its authors for a build for ${target}, or make one of its sources: \`npx mixmod pack --target ${target}\` in its folder.`;

function advice(name, tried, isOptional) {
  const reasons = tried.map(({ reason }) => reason).join('\n');
  if (/GLIBC\w*_[\d.]+' not found/.test(reasons))
    return "The build needs a newer C library than this system's: use a newer system, or a build that was made on an older one.";
  const library = /(\S+\.so[\w.]*): cannot open shared object file/.exec(reasons);
  if (library && !library[1].includes('/')) return `Install the library ${library[1]}.`;
  // npm/cli#4828
  return isOptional
    ? 'The build is an optional dependency. npm leaves it out with `--omit=optional`, and where package-lock.json was written on another platform: remove node_modules and package-lock.json, and install again.'
    : `The installation is incomplete: remove node_modules/${name}, and install again.`;
}
