// What the bundled command takes for the npm package `llvm-bindings`: the binding that comes with mixmod, which loads LLVM's shared
// library from where the system has it, and where there is none for this machine, that package.
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

// An `import` of CommonJS that throws ends Node 20 even where the error is caught.
const require = createRequire(import.meta.url);
const own = fileURLToPath(new URL(`${process.platform}-${process.arch}.node`, import.meta.url));

function load() {
  const reasons = [];
  for (const name of existsSync(own) ? [own, 'llvm-bindings'] : ['llvm-bindings'])
    try {
      return require(name);
    } catch (error) {
      // Node adds lines about who has required it.
      reasons.push(String(error.message).split('\n')[0]);
    }
  // That the package is not there is of interest only where nothing came with mixmod.
  throw new Error(reasons[0]);
}

export default load();
