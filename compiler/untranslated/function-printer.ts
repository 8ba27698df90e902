// One function (or the initialiser of one module) → its JavaScript lines.
import type { CFunction, Container, LowLevelType } from '../../runtime/lltype/types.ts';
import { RAISED } from '../builtins/errors.ts';
import type { BuildTimeSource } from '../program/build-time.ts';
import type {
  CheckedFunction,
  Expression,
  GlobalVariable,
  JumpTarget,
  Local,
  Statement,
} from '../program/nodes.ts';
import type { ObjectType } from '../program/types.ts';
import type { Span } from '../source/source-file.ts';
import { Declarations } from './declarations.ts';
import { indent, operandText, type Code } from './code.ts';
import { printExpression } from './expressions/expressions.ts';
import type { ModulePrinter } from './module-printer.ts';
import { Names } from './names.ts';
import { raise } from './prelude/raise.ts';
import type { PreludeName } from './prelude/prelude.ts';
import type { Printer, RuntimeNamespace } from './printer.ts';
import { printStatement } from './statements/statements.ts';

export function printFunction(one: CheckedFunction, module: ModulePrinter): readonly string[] {
  const printer = new FunctionPrinter(module);
  const captures = one.captures.map((local) => printer.local(local));
  const self = one.self && printer.local(one.self);
  const parameters = one.parameters.map(({ local }) => printer.local(local));
  const cells = one.parameters
    .filter(({ local }) => local.cell)
    .map(({ local }) => `${printer.local(local)} = { value: ${printer.local(local)} };`);
  const body = printer.body(one.body);
  const given = new Set([...one.captures, ...parameterLocals(one)]);
  const lines = [...printer.declarations(given), ...cells, ...body, ...functionEnd(one)];
  const name = module.function(one);
  // V8 names a function by where its parameters begin.
  const named = (text: string): string => module.marks.text(text, one.span, one.name);
  const head = `(${parameters.join(', ')})`;
  const end = module.marks.text('}', lastCharacter(one.extent));
  if (captures.length === 0) {
    const itself = self ? [`const ${self} = ${name};`] : [];
    const printed = [
      `${named(`function${one.frame ? '*' : ''} ${name}${head}`)} {`,
      ...indent([...itself, ...lines]),
      end,
    ];
    return module.marks.lines(printed, one.span);
  }
  const opening = one.frame ? `function* ${named(head)} {` : `${named(head)} => {`;
  const made = [`const ${self ?? '$closure'} = ${opening}`, ...indent(lines), `${end};`];
  const maker = [
    `function ${named(name)}(${captures.join(', ')}) {`,
    ...indent([...made, `return ${self ?? '$closure'};`]),
    '}',
  ];
  return module.marks.lines(maker, one.span);
}

const parameterLocals = ({ self, parameters }: CheckedFunction): readonly Local[] => [
  ...(self ? [self] : []),
  ...parameters.map(({ local }) => local),
];

/** Where a function is left that comes to its end. */
const lastCharacter = ({ file, start, end }: Span): Span => ({
  file,
  start: Math.max(start, end - 1),
  end,
});

/** Reached only where TypeScript takes a switch or a chain of ifs for exhaustive and the host gave another value. */
function functionEnd({ result, body }: CheckedFunction): readonly string[] {
  const last = body.at(-1)?.kind;
  const mayEnd =
    result.kind === 'void' ||
    result.kind === 'undefined' ||
    (result.kind === 'nullable' && result.allowsUndefined);
  return mayEnd || last === 'return' || last === 'throw' ? [] : [raise(RAISED.noResult)];
}

/** A block: its locals are not the module's. */
export function printInitializer(
  statements: readonly Statement[],
  module: ModulePrinter,
): readonly string[] {
  if (statements.length === 0) return [];
  const printer = new FunctionPrinter(module);
  const body = printer.body(statements);
  return ['{', ...indent([...printer.declarations(new Set()), ...body]), '}'];
}

/** What the source calls the variable that is read. */
function nameOf(expression: Expression): string | null {
  if (expression.kind !== 'read') return null;
  const { place } = expression;
  if (place.kind === 'local') return place.local.name;
  return place.kind === 'global' ? place.global.name : null;
}

class FunctionPrinter implements Printer {
  readonly #module: ModulePrinter;
  readonly #locals: Names;
  readonly #mentioned = new Set<Local>();
  readonly #declarations = new Declarations();
  readonly #labels = new Names(null);
  readonly #jumped = new Set<JumpTarget>();

  constructor(module: ModulePrinter) {
    this.#module = module;
    this.#locals = new Names(module.names);
  }

  /** The declaration of the locals that are not given and not declared in place. */
  declarations(given: ReadonlySet<Local>): readonly string[] {
    const names = [...this.#mentioned]
      .filter((local) => !given.has(local) && !this.#declarations.isInPlace(local))
      .map((local) => this.#locals.nameOf(local, local.name));
    return names.length === 0 ? [] : [`let ${names.join(', ')};`];
  }

  body(statements: readonly Statement[]): readonly string[] {
    const lines = this.statements(statements);
    return this.#declarations.placed(lines);
  }

  /** Literals stay as they are: nothing happens at them, and other handlers look for them. */
  code(expression: Expression): Code {
    const code = printExpression(expression, this);
    if (expression.kind === 'constant') return code;
    const text = this.#module.marks.text(code.text, expression.span, nameOf(expression));
    return { ...code, text };
  }

  expression(expression: Expression): string {
    return this.code(expression).text;
  }

  operand(expression: Expression): string {
    return operandText(this.code(expression));
  }

  statements(statements: readonly Statement[]): readonly string[] {
    return this.#declarations.block(() =>
      statements.flatMap((statement) =>
        this.#module.marks.lines(printStatement(statement, this), statement.span),
      ),
    );
  }

  declared(local: Local): string {
    return this.#declarations.mark(local) + this.local(local);
  }

  local(local: Local): string {
    this.#mentioned.add(local);
    this.#declarations.mention(local);
    return this.#locals.nameOf(local, local.name);
  }

  global(global: GlobalVariable): string {
    return this.#module.global(global);
  }

  function(callee: CheckedFunction): string {
    return this.#module.function(callee);
  }

  class(type: ObjectType): string {
    return this.#module.class(type);
  }

  jumpLabel(target: JumpTarget): string {
    this.#jumped.add(target);
    return this.#labels.nameOf(target, target.label ?? 'out');
  }

  labelOf(target: JumpTarget): string {
    return this.#jumped.has(target) ? `${this.jumpLabel(target)}: ` : '';
  }

  prelude(name: PreludeName): string {
    return this.#module.prelude(name);
  }

  runtime(namespace: RuntimeNamespace): string {
    return this.#module.runtime(namespace);
  }

  lowLevelType(type: LowLevelType): string {
    return this.#module.lowLevelType(type);
  }

  prebuilt(type: Container, contents: string): string {
    return this.#module.prebuilt(type, contents);
  }

  cFunction(callee: CFunction, standIn: BuildTimeSource | null): string {
    return this.#module.cFunction(callee, standIn);
  }
}
