// One class → its JavaScript lines: fields begin as zero, methods, which take the object first, are those of the class's vtable.
import type { CheckedClass, CheckedFunction } from '../program/nodes.ts';
import { interfacesOf } from '../program/types.ts';
import { indent } from './code.ts';
import { memberOf } from '../program/identifier.ts';
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
        `this${memberOf(field)} = ${checked ? 'null' : zero(held)};`,
    );
  const constructor = ['constructor() {', ...indent([...(base ? ['super();'] : []), ...own]), '}'];
  const lines = [
    `class ${name}${base ? ` extends ${module.class(base)}` : ''} {`,
    ...indent(own.length > 0 ? constructor : []),
    '}',
    ...[...interfacesOf(type)].map(
      (one) => `${name}.prototype[${JSON.stringify(one.name)}] = true;`,
    ),
    ...[...methods].map(
      ([method, made]) => `${name}.prototype${memberOf(method)} = ${methodText(made, module)};`,
    ),
  ];
  return module.marks.lines(lines, span);
}

/** A method of an object literal finds what it captures in its object, as the body of a generator does. */
function methodText(made: CheckedFunction, module: ModulePrinter): string {
  const name = module.function(made);
  const captured = made.captures.map(
    (local) => `object${memberOf(made.captureFields?.get(local) ?? '')}`,
  );
  const callee =
    made.captureFields && captured.length > 0 ? `${name}(${captured.join(', ')})` : name;
  if (made.frame)
    return `function (object, closing) { return ${module.prelude('resume')}(object, closing, () => ${callee}(object)); }`;
  return callee === name
    ? name
    : `function (object, ...args) { return ${callee}(object, ...args); }`;
}
