'use mixmod';
class Node {
  name: string;
  next: Node | null = null;
  label: string | null = null;
  constructor(name: string) {
    this.name = name;
  }
}
export function chain(n: number): string {
  let first: Node | null = null;
  for (let i = 0; i < n; i++) {
    const node = new Node('node ' + i);
    node.next = first;
    if (i % 2 === 0) node.label = node.name.toUpperCase();
    first = node;
  }
  let out = '';
  for (let node = first; node !== null; node = node.next) out += `${node.name}/${node.label},`;
  return out;
}
export function list(text: string): string {
  const words = text.split(' ');
  words.push('last');
  let longest = '';
  for (const word of words) if (word.length > longest.length) longest = word;
  return `${words.length} ${longest} ${words[0]} ${words.indexOf('last')} ${words.includes('€')}`;
}
export function churn(n: number): number {
  const kept: string[] = [];
  for (let i = 0; i < n; i++) {
    const text = `${i}:${i * 3}`;
    if (i % 100 === 0) kept.push(text);
  }
  let sum = 0;
  for (const text of kept) sum += text.length + text.charCodeAt(0);
  return sum;
}
// chain(5) → 'node 4/NODE 4,node 3/null,node 2/NODE 2,node 1/null,node 0/NODE 0,'
// list('the quick brown fox €') → '6 quick the 5 true'
// list('') → '2 last  1 false'
// churn(20000) → 12243
