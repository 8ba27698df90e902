'use mixmod';
// Strings that are built up: by appending in a loop, from parts in an array, by templates.

/** The sum of the character codes: reading all shows that all was built. */
function sum(text: string): number {
  let total = 0;
  for (let i = 0; i < text.length; i++) total += text.charCodeAt(i);
  return total;
}

/** One character at a time. */
export function append(n: number): number {
  let text = '';
  for (let i = 0; i < n; i++) text += i % 3 === 0 ? 'a' : 'é';
  return sum(text);
}

/** At the front: as many strings as steps. */
export function prepend(n: number): number {
  let text = '';
  for (let i = 0; i < n; i++) text = (i % 2 === 0 ? 'x' : 'y') + text;
  return sum(text);
}

export function join(n: number): number {
  const parts: string[] = [];
  for (let i = 0; i < n; i++) parts.push(i % 2 === 0 ? 'left' : 'right');
  return sum(parts.join(', '));
}

/** Numbers in texts, beyond Latin-1 every eighth time. */
export function templates(n: number): number {
  let total = 0;
  for (let i = 0; i < n; i++) {
    const unit = i % 8 === 0 ? '€' : 'pt';
    const text = `${i}: ${i * 2} ${unit}, ${i / 4}`;
    total += text.length + text.charCodeAt(text.length - 1);
  }
  return total;
}

/** Parts are cut out and compared. */
export function cut(n: number): number {
  const text = 'the quick brown fox jumps over the lazy dog';
  let found = 0;
  for (let i = 0; i < n; i++) {
    const start = (i * 7) % text.length;
    if (text.substring(start, start + 3) === 'the') found++;
  }
  return found;
}

export function run(n: number): number {
  return append(n) + prepend(n) + join(n) + templates(n) + cut(n);
}
