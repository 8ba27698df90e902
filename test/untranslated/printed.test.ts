// What people step through: the printed JavaScript keeps the names and the structure of the source.
import { expect, test } from 'vitest';
import { check } from '../../compiler/check/check.ts';
import { nodeHost } from '../../compiler/host.ts';
import { untranslated } from '../../compiler/untranslated/untranslated.ts';

function printed(text: string): string {
  const source = `import { i32 } from 'mixmod';\n${text}`;
  const readText = (path: string): string | undefined =>
    path === '/program.ts' ? source : nodeHost.readText(path);
  const { program, diagnostics } = check('/program.ts', { ...nodeHost, readText });
  if (!program) throw new Error(diagnostics.map(({ message }) => message).join('\n'));
  const { code } = untranslated(program);
  return code.slice(code.indexOf('// /program.ts\n') + '// /program.ts\n'.length);
}

test('variables are declared where they are declared in the source', () => {
  const code = printed(`function sum(limit: i32): i32 {
  let total: i32 = 0;
  for (let i: i32 = 0; i < limit; i++) {
    const square = i * i;
    total += square;
  }
  const double = (n: i32): i32 => n * 2;
  return double(total);
}
`);
  expect(code).toBe(`function sum(limit) {
  let total = 0;
  {
    let i = 0;
    for (; i < limit; i = (i + 1) | 0) {
      let square = Math.imul(i, i);
      total = (total + square) | 0;
    }
  }
  let double = double$closure;
  return double(total);
}
function double$closure(n) {
  return Math.imul(n, 2);
}
`);
});

test('what is used outside of its block stands at the head of the function', () => {
  const code = printed(`function pick(n: i32): i32 {
  let result: i32;
  switch (n) {
    case 1:
      let shared: i32 = 5;
      result = shared;
      break;
    case 2:
      shared = 7;
      result = shared;
      break;
    default:
      result = 0;
  }
  return result;
}
`);
  expect(code.split('\n').slice(0, 4)).toEqual([
    'function pick(n) {',
    '  let shared, result;',
    '  {',
    '    let discriminant = n;',
  ]);
});

test('a method takes the object first, and is called on it', () => {
  const code = printed(`class Cell {
  value: i32 = 1;
  next(): i32 {
    return this.value + 1;
  }
}
function made(): Cell {
  return new Cell();
}
function use(cell: Cell): i32 {
  return cell.next() + made().next();
}
`);
  expect(code).toContain('return (cell.next(cell) + ($receiver = made()).next($receiver)) | 0;');
  expect(code).toMatch(
    /function Cell_next\(this\$2\) \{\n {2}return \(this\$2\.value \+ 1\) \| 0;\n\}/,
  );
});
