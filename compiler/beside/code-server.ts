// LLVM's code generator in processes beside this one, where it stays loaded: no tool is started for a module, and what LLVM ends the
// process for is an error here.
import type { CodeRequest, CodeResult } from '../host.ts';
import { ofScript, Server } from './server.ts';

/** The addon made of `compiler/code-generator/`: its path in the package. */
export const CODE_GENERATOR = 'dist/compiler/code-generator/code-generator.node';

type Answer = CodeResult | { readonly isMissing: true };

/** Its argument: the path of the addon. */
const SCRIPT = `
let objectOf;
try {
  ({ objectOf } = require(process.argv[1]));
} catch {}
process.on('message', ({ id, bitcode, passes, cpu, level }) => {
  if (!objectOf) return process.send({ id, isMissing: true });
  let answer;
  try {
    answer = { id, object: objectOf(bitcode, passes, cpu.name, cpu.features, level), message: '' };
  } catch (error) {
    answer = { id, object: null, message: error.message };
  }
  process.send(answer);
});`;

/** How many modules are translated at once. */
const AT_ONCE = 2;

export class CodeServer {
  readonly #servers: readonly Server<CodeRequest, Answer>[];

  /** `addon`: its absolute path. */
  constructor(addon: string) {
    this.#servers = Array.from({ length: AT_ONCE }, () => new Server(ofScript(SCRIPT, addon)));
  }

  /** null where the addon cannot be loaded: it, or its LLVM, is not installed. */
  async generate(request: CodeRequest): Promise<CodeResult | null> {
    const [server] = [...this.#servers].sort((a, b) => a.load - b.load);
    const answer = await server?.ask(request);
    if (!answer || 'isMissing' in answer) return null;
    if (!('ended' in answer)) return answer;
    return { object: null, message: answer.ended };
  }
}
