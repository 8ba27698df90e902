'use mixmod';
interface Sink {
  write(...parts: string[]): number; // error RTS1141: a method of an interface has a rest parameter
}
class Memory implements Sink {
  write(): number {
    return 1;
  }
}
export function f(): number {
  const sink: Sink = new Memory();
  return sink.write('a', 'b');
}
