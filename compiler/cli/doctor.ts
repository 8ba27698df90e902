// `mixmod doctor`: which parts of the toolchain are found, and how to get the rest.
import { nodeHost } from '../host.ts';
import { examineToolchain } from '../link/toolchain.ts';
import { EXIT } from './exit-codes.ts';

export async function doctorCommand(options: { json?: boolean }): Promise<number> {
  const rows = [...examineToolchain(nodeHost), await bindings()];
  const missing = rows.some(({ found, required }) => required && !found);
  if (options.json) process.stdout.write(`${JSON.stringify(rows, null, 2)}\n`);
  else {
    for (const { name, found, detail, install } of rows) {
      process.stdout.write(`${found ? 'ok     ' : 'missing'}  ${name.padEnd(14)} ${found ? detail : `install: ${install}`}\n`);
    }
  }
  return missing ? EXIT.toolMissing : EXIT.ok;
}

async function bindings() {
  const base = { name: 'llvm-bindings', required: true, install: 'make setup (in a checkout) or npm rebuild llvm-bindings' };
  try {
    const { llvmVersion } = await import('../llvm/version.ts');
    return { ...base, found: true, detail: llvmVersion() };
  } catch (error) {
    return { ...base, found: false, detail: error instanceof Error ? error.message : String(error) };
  }
}
