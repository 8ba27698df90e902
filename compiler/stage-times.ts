// How long the stages of a compilation take.

export class StageTimes {
  /** Wall time of each stage that ran, in order, in milliseconds. */
  readonly times = new Map<string, number>();

  readonly run = <T>(stage: string, action: () => T): T => {
    const start = performance.now();
    const result = action();
    this.add(stage, performance.now() - start);
    return result;
  };

  /** Of stages that run several times, or beside others. */
  add(stage: string, milliseconds: number): void {
    this.times.set(stage, (this.times.get(stage) ?? 0) + milliseconds);
  }
}
