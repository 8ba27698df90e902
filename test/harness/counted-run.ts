// A command that runs many programs: it ends with how many passed, and with code 1 where one failed or none ran.
export interface Counts {
  readonly passed: number;
  readonly failed: number;
}

const say = (line: string): void => void process.stdout.write(`${line}\n`);

export async function countedRun(run: () => Promise<Counts>): Promise<void> {
  try {
    const { passed, failed } = await run();
    if (failed > 0 || passed === 0) process.exitCode = 1;
    say(`\n${passed} passed, ${failed} failed`);
  } catch (error) {
    say(error instanceof Error ? error.message : String(error));
    say('0 passed, 1 failed');
    process.exitCode = 1;
  }
}
