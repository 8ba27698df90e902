// Reads of places and stores to them. All operands of a store are evaluated before it is checked.
import { unassignedField, uninitialisedVariable } from '../../builtins/errors.ts';
import type { RaisedError } from '../../graph/graph.ts';
import type { Local, Place } from '../../program/nodes.ts';
import type { RtsType } from '../../program/types.ts';
import { call, loose, tight, type Code } from '../code.ts';
import type { ExpressionHandler, Printer } from '../printer.ts';
import { memberOf } from '../../program/identifier.ts';

type PlaceOf<K extends Place['kind']> = Extract<Place, { kind: K }>;

interface PlaceHandler<K extends Place['kind']> {
  readonly read: (place: PlaceOf<K>, printer: Printer) => Code;
  readonly store: (place: PlaceOf<K>, value: string, printer: Printer) => Code;
}

/** A cell is an object with the field `value`. */
const held = (local: Local, printer: Printer): string =>
  printer.local(local) + (local.cell ? '.value' : '');

/** Reading it looks whether it has been assigned. */
const isChecked = (type: RtsType, name: string): boolean =>
  type.kind === 'object' && type.fields.some((field) => field.name === name && field.checked);

const checked = (
  prelude: 'assigned' | 'initialised',
  text: string,
  { template }: RaisedError,
  printer: Printer,
): Code => call(printer.prelude(prelude), [text, JSON.stringify(template)]);

const HANDLERS: { readonly [K in Place['kind']]: PlaceHandler<K> } = {
  local: {
    read: ({ local }, printer) => tight(held(local, printer)),
    store: ({ local }, value, printer) => loose(`${held(local, printer)} = ${value}`),
  },
  global: {
    read: ({ global }, printer) =>
      global.checked
        ? checked(
            'initialised',
            printer.global(global),
            uninitialisedVariable(global.name),
            printer,
          )
        : tight(printer.global(global)),
    store: ({ global }, value, printer) => loose(`${printer.global(global)} = ${value}`),
  },
  element: {
    read: ({ array, index }, printer) =>
      call(printer.prelude('getElement'), [printer.expression(array), printer.expression(index)]),
    store: ({ array, index }, value, printer) =>
      call(printer.prelude('setElement'), [
        printer.expression(array),
        printer.expression(index),
        value,
      ]),
  },
  property: {
    read: ({ object, field }, printer) => {
      const text = printer.operand(object) + memberOf(field);
      return isChecked(object.type, field)
        ? checked('assigned', text, unassignedField(field), printer)
        : tight(text);
    },
    store: ({ object, field }, value, printer) =>
      loose(`${printer.operand(object)}${memberOf(field)} = ${value}`),
  },
  'array-item': {
    read: ({ array, index }, printer) =>
      call(printer.prelude('getElement'), [printer.expression(array), printer.expression(index)]),
    store: ({ array, index }, value, printer) =>
      call(printer.prelude('setElement'), [
        printer.expression(array),
        printer.expression(index),
        value,
      ]),
  },
  field: {
    read: ({ pointer, field }, printer) => tight(`${printer.operand(pointer)}.${field}`),
    store: ({ pointer, field }, value, printer) =>
      loose(`${printer.operand(pointer)}.${field} = ${value}`),
  },
  item: {
    read: ({ pointer, index }, printer) =>
      tight(`${printer.operand(pointer)}[${printer.expression(index)}]`),
    store: ({ pointer, index }, value, printer) =>
      loose(`${printer.operand(pointer)}[${printer.expression(index)}] = ${value}`),
  },
};

const handlerOf = <K extends Place['kind']>(place: PlaceOf<K>): PlaceHandler<K> =>
  HANDLERS[place.kind as K];

export const read: ExpressionHandler<'read'> = ({ place }, printer) =>
  handlerOf(place).read(place, printer);

export const assign: ExpressionHandler<'assign'> = ({ place, value }, printer) =>
  handlerOf(place).store(place, printer.expression(value), printer);
