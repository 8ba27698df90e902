// `mixmod doctor`: which parts of the toolchain are found, and how to get the rest.
import { bindingReport } from '../build-tools.ts';
import { nodeHost } from '../host.ts';
import { packageRoot } from '../package-root.ts';
import { examineToolchain } from '../toolchain/find-tool.ts';
import { examineTargets } from '../toolchain/examine-targets.ts';
import { EXIT } from './exit-codes.ts';

export async function doctorCommand(options: { json?: boolean }): Promise<number> {
  const binding = { name: 'llvm-bindings', required: true, ...(await bindingReport()) };
  const tools = [...examineToolchain(nodeHost), binding];
  const rows = [...tools, ...examineTargets(nodeHost), ...DEBUGGERS];
  const missing = rows.some(({ found, required }) => required && !found);
  if (options.json) process.stdout.write(`${JSON.stringify(rows, null, 2)}\n`);
  else {
    for (const { name, found, required, detail, install } of rows) {
      const text = found
        ? detail
        : [detail, `install: ${install}`].filter((part) => part).join('; ');
      const state = found ? 'ok     ' : required ? 'missing' : 'no     ';
      process.stdout.write(`${state}  ${name.padEnd(16)} ${text}\n`);
    }
  }
  return missing ? EXIT.toolMissing : EXIT.ok;
}

/** What makes debuggers show TypeScript: a line for their start-up files. */
const DEBUGGERS = [
  ['gdb', `source ${packageRoot}/runtime/debugger/mixmod_gdb.py`],
  ['lldb', `command script import ${packageRoot}/runtime/debugger/mixmod_lldb.py`],
].map(([name = '', detail = '']) => ({ name, required: false, found: true, detail, install: '' }));
