'use mixmod';
// Maps and sets of the language, with numbers, strings and objects as keys: insertion, lookup, iteration, deletion.

/** Fills, reads, walks and empties a map; the order of iteration counts. */
export function numberKeys(n: number): number {
  const map = new Map<number, number>();
  for (let i = 0; i < n; i++) map.set(i * 7, i);
  let total = 0;
  for (let i = 0; i < n * 7; i += 3) {
    const value = map.get(i);
    if (value !== undefined) total += value;
  }
  for (let i = 0; i < n; i += 2) map.delete(i * 7);
  for (let i = 0; i < n; i += 4) map.set(i * 7, -1);
  let place = 0;
  for (const [key, value] of map) {
    place++;
    total += (place % 5) * (key % 11) + value;
  }
  return total + map.size;
}

/** Numbers that are no integers, and those that are hard to tell apart. */
export function fractionKeys(n: number): number {
  const map = new Map<number, number>();
  for (let i = 0; i < n; i++) map.set(i / 8, i);
  map.set(-0, 1);
  map.set(NaN, 2);
  map.set(NaN, 3);
  let total = map.size;
  for (let i = 0; i < n; i++) {
    const value = map.get(i / 4);
    if (value !== undefined) total += value;
  }
  const ofNaN = map.get(NaN);
  return ofNaN === undefined ? -1 : total + ofNaN;
}

/** Counts words that are made anew each time: equal strings are equal keys. */
export function stringKeys(n: number): number {
  const counts = new Map<string, number>();
  for (let i = 0; i < n; i++) {
    const word = `word${(i * i) % 997}`;
    const count = counts.get(word);
    counts.set(word, count === undefined ? 1 : count + 1);
  }
  let total = 0;
  for (const [word, count] of counts) total += word.length * count;
  for (let i = 0; i < 997; i += 2) {
    if (counts.delete(`word${i}`)) total++;
  }
  return total + counts.size;
}

class Node {
  readonly id: number;

  constructor(id: number) {
    this.id = id;
  }
}

/** Keys are the same only if they are the same object. */
export function objectKeys(n: number): number {
  const nodes: Node[] = [];
  for (let i = 0; i < n; i++) nodes.push(new Node(i % 100));
  const next = new Map<Node, Node>();
  for (let i = 0; i < n; i++) next.set(nodes[i], nodes[(i + 1) % n]);
  let total = 0;
  let node = nodes[0];
  for (let i = 0; i < 2 * n; i++) {
    total += node.id;
    const following = next.get(node);
    if (following === undefined) return -1;
    node = following;
  }
  for (let i = 0; i < n; i += 3) next.delete(nodes[i]);
  for (const value of next.values()) total += value.id;
  return total + (next.has(new Node(0)) ? 1 : 0) + next.size;
}

/** Members of one set that another one has not. */
export function sets(n: number): number {
  const multiples = new Set<number>();
  const seen = new Set<string>();
  for (let i = 0; i < n; i++) multiples.add((i * 3) % n);
  for (let i = 0; i < n; i++) seen.add(`${i % 1000}`);
  let total = 0;
  for (const member of multiples) {
    if (!seen.has(`${member}`)) total++;
    if (member % 2 === 0) multiples.delete(member);
  }
  seen.forEach((member) => {
    total += member.length;
  });
  return total + multiples.size;
}

export function run(n: number): number {
  return numberKeys(n) + fractionKeys(n) + stringKeys(n) + objectKeys(n) + sets(n);
}
