'use mixmod';
interface Labelled {
  label?: string;
  size(): number;
}
class Box implements Labelled { // error RTS1142: Box stands behind Labelled and has no label
  size(): number {
    return 1;
  }
}
export function f(): string {
  const one: Labelled = new Box();
  one.label = 'box';
  return one.label;
}
