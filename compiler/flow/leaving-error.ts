// The graph that the wrappers of exports call when an object has left them as an error: it tells the host the error's fields,
// and those of its cause, and so on. In each unit that throws objects. `told`: a graph that gets the object first.
// What the program's own classes add to errors is properties of the host's error, as far as it is numbers, booleans and texts.
import { GraphBuilder } from '../graph/builder.ts';
import { TELL_FIELDS } from '../graph/unit.ts';
import type { Graph, Value } from '../graph/graph.ts';
import type { CheckedClass } from '../program/nodes.ts';
import {
  ERROR_CLASSES,
  errorNameOf,
  isErrorClass,
  OPTIONAL_ERROR,
  PENDING_TYPE,
  SITE_FIELD,
} from '../program/error-classes.ts';
import {
  BOOLEAN,
  INT_TYPES,
  STRING,
  type ObjectField,
  type ObjectType,
  type RtsType,
} from '../program/types.ts';

/** `classes`: of the program; null where only all its modules together know them. */
export function leavingErrorGraph(
  name: string,
  told: string | null,
  classes: readonly CheckedClass[] | null,
): Graph {
  const type = ERROR_CLASSES.Error;
  const builder = new GraphBuilder({
    name,
    displayName: name,
    parameters: [],
    results: [],
    span: null,
  });
  const head = builder.block([{ type, name: 'error' }]);
  const [next, end] = [builder.block(), builder.block()];
  const thrown = builder.value('pending_object', [], PENDING_TYPE);
  const object = builder.value('nullable_get', [thrown], type);
  if (told !== null) builder.effect('direct_call', [object], { callee: told });
  builder.goto(head, [object]);
  builder.continueIn(head);
  const [error] = head.inputs as [Value];
  const field = (name: string, of: typeof STRING | typeof INT_TYPES.usize): Value =>
    builder.value('field_get', [error], { types: [of], attributes: { field: name } });
  builder.effect('host_error', [
    field('name', STRING),
    field('message', STRING),
    field(SITE_FIELD, INT_TYPES.usize),
  ]);
  if (classes) for (const own of classes) tellFields(own.type, error, builder);
  else builder.effect('direct_call', [error], { callee: TELL_FIELDS });
  const cause = builder.value('field_get', [error], {
    types: [OPTIONAL_ERROR],
    attributes: { field: 'cause' },
  });
  builder.branch(builder.value('nullable_is_present', [cause], BOOLEAN), next, end);
  builder.continueIn(next);
  builder.goto(head, [builder.value('nullable_get', [cause], type)]);
  builder.continueIn(end);
  builder.return();
  return builder.finish();
}

/** Of one module: takes the error. null where its classes add nothing. */
export function tellingGraph(name: string, classes: readonly CheckedClass[]): Graph | null {
  if (!classes.some(({ type }) => toldFields(type).length > 0)) return null;
  const builder = new GraphBuilder({
    name,
    displayName: name,
    parameters: [{ type: ERROR_CLASSES.Error, name: 'error' }],
    results: [],
    span: null,
  });
  const [error] = builder.start.inputs as [Value];
  for (const { type } of classes) tellFields(type, error, builder);
  builder.return();
  return builder.finish();
}

function toldFields(type: ObjectType): readonly ObjectField[] {
  if (errorNameOf(type) === null || isErrorClass(type)) return [];
  const inherited = new Set(type.base?.fields.map(({ name }) => name));
  return type.fields.filter((field) => !inherited.has(field.name) && isTold(field));
}

/** What a class adds to its base, of an error that is of it. */
function tellFields(type: ObjectType, error: Value, builder: GraphBuilder): void {
  const told = toldFields(type);
  if (told.length === 0) return;
  const [own, next] = [builder.block(), builder.block()];
  builder.branch(
    builder.value('object_is', [error], { types: [BOOLEAN], attributes: { class: type } }),
    own,
    next,
  );
  builder.continueIn(own);
  const object = builder.value('reference_cast', [error], { types: [type] });
  for (const field of told) tellField(field, object, builder);
  builder.goto(next);
  builder.continueIn(next);
}

function tellField({ name, type }: ObjectField, object: Value, builder: GraphBuilder): void {
  const attributes = { field: name };
  const value = builder.value('field_get', [object], { types: [type], attributes });
  if (type.kind !== 'nullable') {
    builder.effect('host_field', [value], attributes);
    return;
  }
  const [present, absent, next] = [builder.block(), builder.block(), builder.block()];
  builder.branch(builder.value('nullable_is_present', [value], BOOLEAN), present, absent);
  builder.continueIn(present);
  const held = builder.value('nullable_get', [value], type.base);
  builder.effect('host_field', [held], attributes);
  builder.goto(next);
  builder.continueIn(absent);
  const isNull = builder.value('nullable_is_null', [value], BOOLEAN);
  builder.effect('host_no_field', [isNull], attributes);
  builder.goto(next);
  builder.continueIn(next);
}

const TOLD: ReadonlySet<RtsType['kind']> = new Set(['float', 'int', 'boolean', 'string']);

/** Private names are the class's own matter, and what may not have a value yet is not looked at. */
const isTold = ({ name, type, checked }: ObjectField): boolean =>
  !checked &&
  !name.includes('#') &&
  TOLD.has(type.kind === 'nullable' ? type.base.kind : type.kind);
