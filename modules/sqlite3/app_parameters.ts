// What users give for the parameters of a statement → the cells of a frame.
import { ProgrammingError, wrongArgument } from './app_errors.ts';
import { refusal, type Frame, type Parameter } from './app_frame.ts';

export type Named = Readonly<Record<string, Parameter>>;
/** By position, or by name without its prefix. */
export type Parameters = readonly Parameter[] | Named;

/** The parameters of a statement: their names with the prefix; null for `?`. */
export type ParameterNames = readonly (string | null)[];

export const isNamed = (value: unknown): value is Named =>
  typeof value === 'object' &&
  value !== null &&
  !Array.isArray(value) &&
  !ArrayBuffer.isView(value) &&
  !(value instanceof ArrayBuffer);

/** `?` and `?5` are found by position only. */
const isNameless = (name: string | null | undefined): boolean =>
  name === null || name === undefined || name.startsWith('?');

/** `named` has those with a name, `values` the others, in order. */
export function putParameters(
  frame: Frame,
  names: ParameterNames,
  named: Named | null,
  values: readonly unknown[],
  where: string,
): void {
  frame.begin(names.length);
  if (named !== null) return putNamed(frame, names, named, values, where);
  if (values.length !== names.length) throw wrongCount(names, values.length, where);
  for (let i = 0; i < names.length; i++) {
    if (!isNameless(names[i]))
      throw new ProgrammingError(
        `${where}: parameter ${i + 1} has the name ${names[i]}: give an object of values by names`,
      );
    if (!frame.put(values[i])) throw refusal(where, `parameter ${i + 1}`, values[i]);
  }
}

function putNamed(
  frame: Frame,
  names: ParameterNames,
  named: Named,
  values: readonly unknown[],
  where: string,
): void {
  let next = 0;
  for (const [i, name] of names.entries()) {
    if (name === null || name.startsWith('?')) {
      if (next >= values.length)
        throw new ProgrammingError(`${where}: no value for parameter ${i + 1}, which has no name`);
      const value = values[next++];
      if (!frame.put(value)) throw refusal(where, `parameter ${i + 1}`, value);
      continue;
    }
    const key = name.slice(1);
    const value = Object.hasOwn(named, key) ? named[key] : undefined;
    if (value === undefined)
      throw new ProgrammingError(`${where}: no value for the parameter ${name}`);
    if (!frame.put(value)) throw refusal(where, `the parameter ${name}`, value);
  }
  if (next < values.length) throw wrongCount(names, values.length, where);
}

function wrongCount(names: ParameterNames, got: number, where: string): ProgrammingError {
  const wanted = `the statement has ${names.length} parameter${names.length === 1 ? '' : 's'}`;
  return new ProgrammingError(`${where}: ${wanted}, got ${got} value${got === 1 ? '' : 's'}`);
}

/** Arrays, and what else is iterable but texts and bytes, are by position; other objects by name. */
export function splitParameters(
  parameters: unknown,
  where: string,
  argument: string,
): { readonly named: Named | null; readonly values: readonly unknown[] } {
  if (Array.isArray(parameters)) return { named: null, values: parameters };
  if (!isNamed(parameters))
    throw wrongArgument(where, argument, 'an array or an object of values by names', parameters);
  if (typeof (parameters as Partial<Iterable<unknown>>)[Symbol.iterator] === 'function')
    return { named: null, values: [...(parameters as unknown as Iterable<unknown>)] };
  return { named: parameters, values: [] };
}
