// `mixmod run --watch`: runs a program again when its files change. Mixed modules that have changed are exchanged in the
// running process instead (compiler/register/hot-swap.ts).
import { spawn, type ChildProcess } from 'node:child_process';
import type { FromProcess, ToProcess } from '../register/hot-swap.ts';
import { COMPILER_SOCKET, CompileServer } from '../register/compile-server.ts';
import { WatchedFiles } from './watch-files.ts';

/** Never ends by itself: SIGINT and SIGTERM end it and the program. */
export function watchRun(
  args: readonly string[],
  environment: NodeJS.ProcessEnv,
  script: string,
): Promise<number> {
  let child: ChildProcess | null = null;
  const compiler = new CompileServer();
  process.once('exit', () => compiler.close());
  const files = new WatchedFiles((changed) => {
    const message: ToProcess = { changed };
    if (child?.connected) child.send(message);
    else start();
  });
  files.add([script]);
  start();
  return new Promise((finish) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const)
      process.once(signal, () => {
        child?.kill(signal);
        finish(0);
        // Watched folders would keep the process alive.
        process.exit(0);
      });
  });

  function start(): void {
    const started = spawn(process.execPath, args, {
      stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
      env: { ...environment, MIXMOD_WATCH: '1', [COMPILER_SOCKET]: compiler.socket },
    });
    child = started;
    let isRestart = false;
    started.on('message', (message: FromProcess) => {
      if ('files' in message) files.add(message.files);
      else isRestart = true;
    });
    started.on('exit', (code, signal) => {
      if (child !== started) return;
      child = null;
      if (isRestart) return start();
      const how = signal ? `by ${signal}` : `with code ${code ?? 0}`;
      process.stderr.write(`mixmod run: ended ${how}; waiting for changes\n`);
    });
  }
}
