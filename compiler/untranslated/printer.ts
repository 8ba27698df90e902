// What the handlers of one function's nodes share: how children are printed and how names are found. A handler
// reaches other handlers only through this interface.
import type { BuildTimeSource } from '../program/build-time.ts';
import type {
  CheckedFunction,
  Expression,
  GlobalVariable,
  JumpTarget,
  Local,
  Statement,
} from '../program/nodes.ts';
import type { CFunction, Container, LowLevelType } from '../../runtime/lltype/types.ts';
import type { ObjectType } from '../program/types.ts';
import type { Code } from './code.ts';
import type { PreludeName } from './prelude/prelude.ts';

export type RuntimeNamespace = 'lltype' | 'rffi' | 'rarithmetic' | 'rposix';

export interface Printer {
  code(expression: Expression): Code;
  /** Text that may stand as an argument or on the right of `=`. */
  expression(expression: Expression): string;
  /** Text that may stand as an operand. */
  operand(expression: Expression): string;
  statements(statements: readonly Statement[]): readonly string[];
  /** The name of a local that now gets its first value, which has been printed: with `let` in front where that is possible. */
  declared(local: Local): string;
  /** The JavaScript name of a variable; it is declared in the function that is printed. */
  local(local: Local): string;
  global(global: GlobalVariable): string;
  function(callee: CheckedFunction): string;
  class(type: ObjectType): string;
  /** A label for `break` and `continue`; makes the statement carry it. */
  jumpLabel(target: JumpTarget): string;
  /** The label with its colon for the statement of `target`, '' if nothing jumps to it. To be asked after the body is printed. */
  labelOf(target: JumpTarget): string;
  /** Name of a function of the prelude, which then is part of the module. */
  prelude(name: PreludeName): string;
  /** Name of a namespace of the runtime, which the module then imports. */
  runtime(namespace: RuntimeNamespace): string;
  /** Name of the runtime's object for a type, which the module then makes. */
  lowLevelType(type: LowLevelType): string;
  /** Name of the pointer to prebuilt memory, which the module then makes. */
  prebuilt(type: Container, contents: string): string;
  /** Name of the runtime's object for a C function, which the module then makes. */
  cFunction(callee: CFunction, standIn: BuildTimeSource | null): string;
}

export type ExpressionOf<K extends Expression['kind']> = Extract<Expression, { kind: K }>;
export type StatementOf<K extends Statement['kind']> = Extract<Statement, { kind: K }>;

export type ExpressionHandler<K extends Expression['kind']> = (
  expression: ExpressionOf<K>,
  printer: Printer,
) => Code;
/** Gives the lines of the statement. */
export type StatementHandler<K extends Statement['kind']> = (
  statement: StatementOf<K>,
  printer: Printer,
) => readonly string[];
