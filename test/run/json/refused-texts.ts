// Texts that are no JSON are SyntaxErrors, also where a type is wrong before; values of another type are TypeErrors with a path.
'use mixmod';
import type { i32, u8 } from 'mixmod';
interface Item {
  name: string;
  count: i32;
}
interface Order {
  items: Item[];
  pair: [number, string];
  open: boolean;
  small?: u8 | null;
}
export function order(json: string): string {
  return JSON.stringify(JSON.parse(json) as Order);
}
export function name(json: string): string {
  return JSON.parse(json) as string;
}
export function item(count: string, more: string): string {
  return order(`{"items":[{"name":"a","count":1},{"name":"b","count":${count}}],"pair":[1,"x"],"open":true${more}}`);
}
export function kind(json: string): string {
  try {
    order(json);
    return 'fine';
  } catch (error) {
    return error instanceof SyntaxError ? 'SyntaxError' : error instanceof TypeError ? 'TypeError' : 'other';
  }
}
// item('2', '') → '{"items":[{"name":"a","count":1},{"name":"b","count":2}],"pair":[1,"x"],"open":true}'
// item('2.5', '') → TypeError: $.items[1].count: expected i32, got 2.5
// item('2147483648', '') → TypeError: $.items[1].count: expected i32, got 2147483648
// item('"2"', '') → TypeError: $.items[1].count: expected number, got string
// item('null', '') → TypeError: $.items[1].count: expected number, got null
// item('[]', '') → TypeError: $.items[1].count: expected number, got array
// item('{}', '') → TypeError: $.items[1].count: expected number, got object
// item('true', '') → TypeError: $.items[1].count: expected number, got boolean
// item('1', ',"small":256') → TypeError: $.small: expected u8, got 256
// item('1', ',"small":-1') → TypeError: $.small: expected u8, got -1
// item('1', ',"small":null') → '{"items":[{"name":"a","count":1},{"name":"b","count":1}],"pair":[1,"x"],"open":true,"small":null}'
// item('1', ',"small":7') → '{"items":[{"name":"a","count":1},{"name":"b","count":1}],"pair":[1,"x"],"open":true,"small":7}'
// item('"x"', ',') → SyntaxError: Unexpected token '}' in JSON at position 86
// item('"x"', ',"a":01') → SyntaxError: Unexpected token '1' in JSON at position 91
// item('1}', '') → SyntaxError: Unexpected token '}' in JSON at position 55
// order('[]') → TypeError: $: expected object, got array
// order('{}') → TypeError: $.items: expected array, got undefined
// order('{"items":[],"pair":[1,"x"]}') → TypeError: $.open: expected boolean, got undefined
// order('{"items":[{"name":"a","count":1},{"count":1}],"pair":[1,"x"],"open":true}') → TypeError: $.items[1].name: expected string, got undefined
// order('{"items":[],"pair":[1],"open":true}') → TypeError: $.pair: expected array of 2, got array
// order('{"items":[],"pair":[1,"x",2],"open":true}') → TypeError: $.pair: expected array of 2, got array
// order('{"items":[],"pair":["x",1],"open":true}') → TypeError: $.pair[0]: expected number, got string
// order('{"items":{"a b":1},"pair":["x",1],"open":true}') → TypeError: $.items: expected array, got object
// name('{"a":1}') → TypeError: $: expected string, got object
// name('') → SyntaxError: Unexpected end of JSON input
// name('"a') → SyntaxError: Unexpected end of JSON input
// name('"a\n"') → SyntaxError: Unexpected control character in JSON at position 2
// name('"\\x"') → SyntaxError: Unexpected token 'x' in JSON at position 2
// name('"\\u12g4"') → SyntaxError: Unexpected token 'g' in JSON at position 5
// name('"a" x') → SyntaxError: Unexpected token 'x' in JSON at position 4
// name('nul') → SyntaxError: Unexpected token 'n' in JSON at position 0
// name('1') → TypeError: $: expected string, got number
// ['{"items":[}', '{"items"}', '{items:[]}', '{"items":[1,]}', '[1 2]', '-', '1.', '.5', '1e', '+1', '01', 'tru', '"\t"', '"\\', '{"a":1,}', '{,}', '[', '{', '{"a', '{"a"', '{"a":', '{"a":1', "'a'", 'undefined', 'NaN', '//', '[1]]'].map(kind).join() → 'SyntaxError,SyntaxError,SyntaxError,SyntaxError,SyntaxError,SyntaxError,SyntaxError,SyntaxError,SyntaxError,SyntaxError,SyntaxError,SyntaxError,SyntaxError,SyntaxError,SyntaxError,SyntaxError,SyntaxError,SyntaxError,SyntaxError,SyntaxError,SyntaxError,SyntaxError,SyntaxError,SyntaxError,SyntaxError,SyntaxError,SyntaxError'
// ['1', '"a"', '[]', 'null', '-1.5e3', ' {} ', '[[],{}]'].map(kind).join() → 'TypeError,TypeError,TypeError,TypeError,TypeError,TypeError,TypeError'
