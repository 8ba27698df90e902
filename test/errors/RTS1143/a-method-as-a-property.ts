'use mixmod';
interface Task {
  run: () => number;
  readonly name: string;
}
class Job implements Task { // error RTS1143: run is a method in Job, and a property in Task
  name = 'job';
  run(): number {
    return this.name.length;
  }
}
export function f(): number {
  const task: Task = new Job();
  return task.run();
}
