// Members that a base has too: a field is the same field, with a new initial value; an accessor overrides a whole pair.
import type ts from 'typescript';
import { E } from '../../diagnostics/codes.ts';
import { ERROR_TYPE, type Context } from '../context.ts';
import { getterName, setterName } from './class-declaration.ts';
import type { ClassInstance } from './class-instance.ts';

/** Reports those that would need another layout or meaning. */
export function checkInheritedMembers(instance: ClassInstance, context: Context): void {
  const { base, fields, declaration } = instance;
  if (!base) return;
  const refuse = (name: string, node: ts.Node): void =>
    context.report(E.fieldRedeclared, node, { name, base: base.type.name });
  for (const [name, field] of fields) {
    const known = base.field(name);
    const isSame = !known || (known.type === field.type && field.hasValue);
    const isAccessor = base.method(getterName(name)) ?? base.method(setterName(name));
    if (field.type !== ERROR_TYPE && (!isSame || isAccessor)) refuse(name, field.node);
  }
  for (const [name, node] of [...declaration.methods, ...declaration.generics]) {
    const isPlain = declaration.methods.has(name) && !base.generic(name);
    const isNew = !base.generic(name) && !base.method(name);
    if (!isPlain && !isNew) context.report(E.genericMethod, node.name, {});
  }
  for (const [key, node] of declaration.methods) {
    const [, kind, name] = /^(get|set) (.*)$/.exec(key) ?? [];
    if (kind === undefined || name === undefined) continue;
    const other = kind === 'get' ? setterName(name) : getterName(name);
    const isHalf = base.method(other) !== undefined && !declaration.methods.has(other);
    if (base.field(name) || isHalf) refuse(name, node.name);
  }
}
