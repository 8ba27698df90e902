// Starts tools from a small process beside this one. A process that holds a large program takes tens of milliseconds to start another, since
// the system copies its page tables first; the small one takes one.
import type { ToolResult } from '../host.ts';
import { ofScript, Server } from './server.ts';

interface Request {
  readonly program: string;
  readonly args: readonly string[];
}

/** It needs no file of its own. */
const SCRIPT = `
const { execFile } = require('node:child_process');
process.on('message', ({ id, program, args }) => {
  execFile(program, args, { maxBuffer: 2 ** 28 }, (error, stdout, stderr) => {
    const status = error ? (typeof error.code === 'number' ? error.code : null) : 0;
    process.send({ id, status, stdout, stderr: status === null ? error.message : stderr });
  });
});`;

export class ToolServer {
  readonly #server = new Server<Request, ToolResult>(ofScript(SCRIPT));

  /** Its output is text. A server that has ended gives a result without a status. */
  async start(program: string, args: readonly string[]): Promise<ToolResult> {
    const answer = await this.#server.ask({ program, args });
    if (!('ended' in answer)) return answer;
    const stderr = `the process that starts tools has ended: ${answer.ended}`;
    return { status: null, stdout: '', stderr };
  }
}
