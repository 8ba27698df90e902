// Compiles the runtime core into the package: part of building mixmod itself, not of what users run.
import { join } from 'node:path';
import { CORE_LIBRARY } from './builtins/core-library.ts';
import { compileCore } from './compile.ts';
import { renderDiagnostics } from './diagnostics/render.ts';
import { nodeHost } from './host.ts';
import { packageRoot } from './package-root.ts';

const { library, diagnostics } = compileCore(join(packageRoot, 'runtime/core/core.ts'), nodeHost);
process.stderr.write(renderDiagnostics(diagnostics, false));
if (library) nodeHost.writeAtomic(join(packageRoot, CORE_LIBRARY), library);
else process.exitCode = 1;
