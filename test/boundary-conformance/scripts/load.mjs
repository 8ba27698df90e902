// One file, loaded by every way there is, more than once and by another name.
import { copyFileSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

const node = process.argv[2];
const require = createRequire(import.meta.url);
const folder = mkdtempSync(join(tmpdir(), 'mixmod-load-'));
const link = join(folder, 'link.node');
symlinkSync(node, link);
const copy = join(folder, 'copy.node');
copyFileSync(node, copy);
const m = require(node);
m.increment();
const loader = await import(join(dirname(node), 'environment.js'));
const module = { exports: {} };
process.dlopen(module, node);
const report = {
  same: require(node) === m,
  link: require(link) === m,
  loader: [loader.increment(), typeof loader.Item],
  dlopen: module.exports.increment(),
  copy: require(copy).increment(),
  own: m.increment(),
};
rmSync(folder, { recursive: true });
report.gone = require(copy).increment();
process.stdout.write(JSON.stringify(report));
