'use mixmod';
// List: Takeuchi's function on the lengths of linked lists. Recursion, pointer chasing.

class Element {
  readonly value: number;
  next: Element | null = null;

  constructor(value: number) {
    this.value = value;
  }

  length(): number {
    const next = this.next;
    return next === null ? 1 : 1 + next.length();
  }
}

function makeList(length: number): Element | null {
  if (length === 0) return null;
  const element = new Element(length);
  element.next = makeList(length - 1);
  return element;
}

function isShorter(x: Element | null, y: Element | null): boolean {
  let restOfX = x;
  let restOfY = y;
  while (restOfY !== null) {
    if (restOfX === null) return true;
    restOfX = restOfX.next;
    restOfY = restOfY.next;
  }
  return false;
}

function rest(list: Element | null): Element | null {
  if (list === null) throw new Error('the list is empty');
  return list.next;
}

function tail(x: Element | null, y: Element | null, z: Element | null): Element | null {
  if (!isShorter(y, x)) return z;
  return tail(tail(rest(x), y, z), tail(rest(y), z, x), tail(rest(z), x, y));
}

function resultLength(): number {
  const result = tail(makeList(15), makeList(10), makeList(6));
  return result === null ? 0 : result.length();
}

export function run(innerIterations: number): boolean {
  for (let i = 0; i < innerIterations; i++) {
    if (resultLength() !== 10) return false;
  }
  return true;
}
