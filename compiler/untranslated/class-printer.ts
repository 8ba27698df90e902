// One class → its JavaScript lines: fields begin as zero, methods, which take the object first, are those of the class's vtable.
import type { CheckedClass } from '../program/nodes.ts';
import { indent } from './code.ts';
import { member } from './expressions/objects.ts';
import type { ModulePrinter } from './module-printer.ts';
import { zero } from './zero.ts';

export function printClass(
  { type, methods, span }: CheckedClass,
  module: ModulePrinter,
): readonly string[] {
  const { base, fields } = type;
  const inherited = base?.fields.length ?? 0;
  const name = module.class(type);
  const own = fields
    .slice(inherited)
    .map(
      ({ name: field, type: held, checked }) =>
        `this${member(field)} = ${checked ? 'null' : zero(held)};`,
    );
  const constructor = ['constructor() {', ...indent([...(base ? ['super();'] : []), ...own]), '}'];
  const lines = [
    `class ${name}${base ? ` extends ${module.class(base)}` : ''} {`,
    ...indent(own.length > 0 ? constructor : []),
    '}',
    ...[...methods].map(
      ([method, made]) => `${name}.prototype${member(method)} = ${module.function(made)};`,
    ),
  ];
  return module.marks.lines(lines, span);
}
