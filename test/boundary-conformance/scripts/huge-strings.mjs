// Strings as long as the engine has them. argv: the module, and how long.
import { createRequire } from 'node:module';

const m = createRequire(import.meta.url)(process.argv[2]);
const length = Number(process.argv[3]);
const attempt = (run) => {
  try {
    return run();
  } catch (error) {
    return String(error);
  }
};
const latin = `${'é'.repeat(length - 1)}z`;
const report = [m.textLength(latin) === length, m.lastUnit(latin) === 122];
const wide = `${'Ω'.repeat(length / 2 - 1)}\ud800`;
report.push(m.textLength(wide) === length / 2, m.lastUnit(wide) === 0xd800);
report.push(m.repeated('ab', length / 2).length === length);
report.push(attempt(() => m.repeated('ab', 2 ** 30)));
report.push(m.increment());
process.stdout.write(JSON.stringify(report));
