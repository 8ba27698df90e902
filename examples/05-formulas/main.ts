import { chain, report } from './formulas.ts';

console.log(
  report(`
width = 12.5
height = width * 2 - 1
area = width * height
price = (area + 8) / 3
broken = 3 * (4 - )
unknown = depth * 2
first = second + 1
second = first - 1
`),
);
console.log(`chain of 500: ${chain(500)}`);
