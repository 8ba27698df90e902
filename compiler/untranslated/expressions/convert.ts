// Conversions between types, each kind by its row. Integers are held as `arithmetic/select.ts` says.
import { absentError, castError } from '../../builtins/errors.ts';
import type { Conversion, Need } from '../../program/nodes.ts';
import type { IntType, RtsType } from '../../program/types.ts';
import { integerGroup } from '../arithmetic/select.ts';
import { wrapNarrow } from '../arithmetic/narrow.ts';
import { wrapSize } from '../arithmetic/size.ts';
import { wrapWide } from '../arithmetic/wide.ts';
import { call, loose, tight, type Code } from '../code.ts';
import type { ExpressionHandler, Printer } from '../printer.ts';
import { memberTest } from './member-test.ts';

/** `a` is the operand's text; `from` and `to` are the types. */
type PrintConversion = (
  a: string,
  from: RtsType,
  to: RtsType,
  printer: Printer,
  need: Need | undefined,
) => Code;

const same: PrintConversion = (a) => tight(a);

const CONVERSIONS: { readonly [C in Conversion]: PrintConversion } = {
  'int-to-int': (a, from, to, printer) => intToInt(a, integer(from), integer(to), printer),
  'int-to-float': (a, from, to, printer) => {
    const single = to.kind === 'float' && to.name === 'f32';
    if (integerGroup(integer(from)) === 'narrow') {
      return single ? call('Math.fround', [a]) : tight(a);
    }
    return single
      ? call(printer.prelude('wideToSingle'), [call('BigInt', [a]).text])
      : call('Number', [a]);
  },
  'float-to-float': (a, _, to) =>
    to.kind === 'float' && to.name === 'f32' ? call('Math.fround', [a]) : tight(a),
  'float-to-int': (a, _, to, printer) => {
    const type = integer(to);
    const group = integerGroup(type);
    // JavaScript's bitwise operators are ToInt32 themselves.
    if (group === 'narrow') return wrapNarrow(type, a);
    const whole = call('BigInt', [call(printer.prelude('truncate'), [a]).text]).text;
    return group === 'wide'
      ? wrapWide(type, whole)
      : wrapSize(type, whole, (name) => printer.prelude(name));
  },
  'boolean-to-number': (a, _, to) =>
    call(to.kind === 'int' && to.bigint ? 'BigInt' : 'Number', [a]),
  'to-boolean': (a) => call('Boolean', [a]),
  'to-nullable': same,
  'from-nullable': same,
  'assert-present': (a, _, __, printer, need) =>
    call(printer.prelude('assertPresent'), [
      a,
      ...(['null', 'undefined'] as const).map((value) =>
        JSON.stringify(absentError(need, value).template),
      ),
    ]),
  upcast: same,
  'to-literal': same,
  downcast: same,
  'checked-downcast': (a, from, to, printer) => {
    const text = JSON.stringify(castError(to).template);
    if (from.kind === 'union' && !(to.kind === 'object' && to.form === 'class'))
      return call(printer.prelude('checkedMember'), [a, memberTest(a, from, to, printer), text]);
    if (to.kind !== 'object') throw new Error(`checked cast to ${to.kind}`);
    return call(printer.prelude('checkedCast'), [a, printer.class(to), text]);
  },
  'is-present': (a) => loose(`${a} != null`),
  'is-null': (a) => loose(`${a} === null`),
  'is-undefined': (a) => loose(`${a} === undefined`),
  pointer: castPointer,
  'pointer-to-int': (a, _, __, printer) =>
    call(`${printer.runtime('rffi')}.cast`, [`${printer.runtime('lltype')}.Unsigned`, a]),
  'int-to-pointer': castPointer,
};

export const convert: ExpressionHandler<'convert'> = (
  { conversion, operand, type, need },
  printer,
) => CONVERSIONS[conversion](printer.operand(operand), operand.type, type, printer, need);

function integer(type: RtsType): IntType {
  if (type.kind !== 'int') throw new Error(`conversion of integers on ${type.kind}`);
  return type;
}

function intToInt(a: string, from: IntType, to: IntType, printer: Printer): Code {
  const held = `${integerGroup(from)}-${integerGroup(to)}` as const;
  const sizes = (text: string): Code => wrapSize(to, text, (name) => printer.prelude(name));
  switch (held) {
    case 'narrow-narrow':
      return contains(to, from) ? tight(a) : wrapNarrow(to, a);
    case 'wide-narrow': {
      const wrapped = call(to.signed ? 'BigInt.asIntN' : 'BigInt.asUintN', [String(to.bits), a]);
      return call('Number', [wrapped.text]);
    }
    case 'size-narrow':
      return wrapNarrow(to, call(printer.prelude('sizeLow'), [a]).text);
    case 'narrow-wide': {
      const exact = call('BigInt', [a]);
      return contains(to, from) ? exact : wrapWide(to, exact.text);
    }
    case 'wide-wide':
      return from === to ? tight(a) : wrapWide(to, a);
    case 'size-wide':
      return wrapWide(to, call('BigInt', [a]).text);
    case 'narrow-size':
    case 'size-size':
      return contains(to, from) ? tight(a) : sizes(a);
    case 'wide-size':
      return sizes(a);
  }
}

/** Every value of `inner` is one of `outer`. */
function contains(outer: IntType, inner: IntType): boolean {
  if (outer.signed === inner.signed) return outer.bits >= inner.bits;
  return outer.signed && outer.bits > inner.bits;
}

function castPointer(a: string, _: RtsType, to: RtsType, printer: Printer): Code {
  if (to.kind !== 'ptr') throw new Error(`cast to ${to.kind}`);
  return call(`${printer.runtime('rffi')}.cast`, [printer.lowLevelType(to), a]);
}
