// The checked tree as text, for readers and tests: one statement a line, every conversion visible, types where they
// are not obvious. There is no parser for it.
import type {
  CheckedClass,
  CheckedFunction,
  CheckedModule,
  CheckedProgram,
  ConstantValue,
  Expression,
  GlobalVariable,
  ModuleExport,
  Place,
  Statement,
} from './nodes.ts';
import { typeName } from './type-name.ts';
import { type RtsType } from './types.ts';

type ExpressionOf<K extends Expression['kind']> = Extract<Expression, { kind: K }>;

export const printProgram = (program: CheckedProgram): string =>
  [...program.classes.map(printClass), ...program.modules.map(printModule)].join('\n');

function printClass({ type, methods }: CheckedClass): string {
  const { name, base, fields, abstract } = type;
  const head = `${abstract ? 'abstract ' : ''}class ${name}${base ? ` extends ${base.name}` : ''}`;
  return [
    head,
    ...fields.map(
      (field) => `  ${field.mutable ? '' : 'readonly '}${field.name}: ${typeName(field.type)}`,
    ),
    ...[...methods].map(([method, { id }]) => `  method ${method} = ${id}`),
    '',
  ].join('\n');
}

export function printModule(module: CheckedModule): string {
  return [
    `module ${module.file.path}`,
    ...module.globals.map(printGlobal),
    ...(module.initializer.length > 0 ? ['initializer', ...lines(module.initializer)] : []),
    ...module.functions.flatMap((made) => printFunction(made).split('\n')),
    ...module.exports.map(printExport),
    '',
  ].join('\n');
}

export function printFunction(made: CheckedFunction): string {
  const parameters = made.parameters.map(
    ({ local, optional }) => `${local.name}${optional ? '?' : ''}: ${typeName(local.type)}`,
  );
  const head = `function ${made.id}(${parameters.join(', ')}): ${typeName(made.result)}`;
  return [head, ...lines(made.body)].join('\n');
}

function printGlobal({ id, type, mutable, constant }: GlobalVariable): string {
  const value = constant === null ? '' : ` = ${valueText(constant)}`;
  return `global ${mutable ? 'let' : 'const'} ${id}: ${typeName(type)}${value}`;
}

function printExport(exported: ModuleExport): string {
  switch (exported.kind) {
    case 'function':
      return `export ${exported.name} = function ${exported.function.id}`;
    case 'global':
      return `export ${exported.name} = global ${exported.global.id}`;
    case 'function-type':
      return `export ${exported.crossing.type}`;
    case 'operations':
      return `export ${exported.crossings.map(({ name }) => `space.${name}`).join(', ')}`;
    case 'class':
      return `export ${exported.name} = class`;
    case 'enum': {
      const members = [...exported.members].map(([name, value]) => `${name} = ${value}`);
      return `export ${exported.name} = enum { ${members.join(', ')} }`;
    }
  }
}

const lines = (statements: readonly Statement[]): string[] =>
  statements.flatMap(printStatement).map((line) => `  ${line}`);

function printStatement(statement: Statement): string[] {
  switch (statement.kind) {
    case 'expression':
      return [print(statement.expression)];
    case 'declare': {
      const { local, value } = statement;
      const head = `${local.mutable ? 'let' : 'const'} ${local.name}: ${typeName(local.type)}`;
      return [value ? `${head} = ${print(value)}` : head];
    }
    case 'block':
      return ['block', ...lines(statement.body)];
    case 'if':
      return [
        `if ${print(statement.test)}`,
        ...lines(statement.whenTrue),
        ...(statement.whenFalse.length > 0 ? ['else', ...lines(statement.whenFalse)] : []),
      ];
    case 'loop':
      return printLoop(statement);
    case 'switch':
      return [
        `switch ${statement.discriminant.name}`,
        ...statement.cases.flatMap(({ test, body }) => [
          test ? `case ${print(test)}` : 'default',
          ...lines(body),
        ]),
      ];
    case 'labelled':
      return [`labelled ${statement.target.label ?? ''}`, ...lines(statement.body)];
    case 'break':
    case 'continue':
      return [`${statement.kind} ${statement.target.label ?? ''}`.trim()];
    case 'return':
      return [statement.value ? `return ${print(statement.value)}` : 'return'];
    case 'throw':
      return [`throw ${statement.error} ${print(statement.message)}`];
    case 'throw-object':
      return [`throw ${print(statement.object)}`];
    case 'try':
      return printTry(statement);
    case 'using':
      return [
        `using ${statement.local.name} = ${print(statement.value)} finally ${print(statement.dispose)}`,
        ...lines(statement.body),
      ];
  }
}

function printTry({ body, handler, finalizer }: Extract<Statement, { kind: 'try' }>): string[] {
  const caught = handler?.local ? `catch ${handler.local.name}` : 'catch';
  return [
    'try',
    ...lines(body),
    ...(handler ? [caught, ...lines(handler.body)] : []),
    ...(finalizer ? ['finally', ...lines(finalizer)] : []),
  ];
}

function printLoop(loop: Extract<Statement, { kind: 'loop' }>): string[] {
  const test = loop.test ? ` ${loop.testAtEnd ? 'do-while' : 'while'} ${print(loop.test)}` : '';
  const update = loop.update ? ` update ${print(loop.update)}` : '';
  return [`loop${test}${update}`, ...lines(loop.body)];
}

function printLet({ bindings, body }: ExpressionOf<'let'>): string {
  const values = bindings.map(({ local, value }) => `${local.name} = ${print(value)}`);
  return `(let ${values.join(', ')} in ${print(body)})`;
}

/** One expression on one line, fully parenthesised. */
export function print(expression: Expression): string {
  switch (expression.kind) {
    case 'constant':
      return constantText(expression.value, expression.type);
    case 'read':
      return place(expression.place);
    case 'assign':
      return `(${place(expression.place)} = ${print(expression.value)})`;
    case 'let':
      return printLet(expression);
    case 'binary':
    case 'compare':
    case 'logical': {
      const type = expression.kind === 'binary' ? `:${typeName(expression.type)}` : '';
      return `(${print(expression.left)} ${expression.operator}${type} ${print(expression.right)})`;
    }
    case 'unary':
      return `${expression.operator}${print(expression.operand)}`;
    case 'conditional':
      return `(${print(expression.test)} ? ${print(expression.whenTrue)} : ${print(expression.whenFalse)})`;
    case 'convert':
      return `${expression.conversion}<${typeName(expression.type)}>(${print(expression.operand)})`;
    case 'call':
      return `${expression.callee.id}(${list(expression.arguments)})`;
    case 'c-call':
      return cCall(expression);
    case 'callback':
      return `callback<${typeName(expression.type)}>(${print(expression.closure)})`;
    case 'builtin':
      return `${expression.builtin}(${list(expression.arguments)})`;
    case 'raw-malloc':
      return rawMalloc(expression);
    case 'address-of':
      return `&${place(expression.place)}`;
    case 'new':
      return `new ${typeName(expression.type)}(${list(expression.arguments)})`;
    case 'record': {
      const fields = expression.fields.map(({ field, value }) => `${field}: ${print(value)}`);
      return `{ ${fields.join(', ')} }:${typeName(expression.type)}`;
    }
    case 'array':
      return `[${list(expression.items)}]:${typeName(expression.type)}`;
    case 'method-call':
      return `method ${expression.method}(${list(expression.arguments)})`;
    case 'closure':
      return closure(expression);
    case 'closure-call':
      return `(${print(expression.callee)})(${list(expression.arguments)})`;
    case 'instance-of':
      return `(${print(expression.operand)} instanceof ${expression.class.name})`;
    case 'is-member':
      return `(${print(expression.operand)} is ${typeName(expression.member)})`;
    case 'construct-error':
      return `${expression.error}(${list([expression.object, expression.message, expression.cause])})`;
    case 'suspend':
      return 'suspend';
    case 'sequence':
      return `(${list([...expression.effects, expression.value])})`;
  }
}

function closure({ function: { id, captures } }: ExpressionOf<'closure'>): string {
  return `closure ${id}(${captures.map(({ name }) => name).join(', ')})`;
}

function rawMalloc({ type, count, zero, stack }: ExpressionOf<'raw-malloc'>): string {
  const flags = `${zero ? ', zero' : ''}${stack ? ', stack' : ''}`;
  return `raw-malloc<${typeName(type)}>(${count ? print(count) : ''}${flags})`;
}

const list = (expressions: readonly Expression[]): string => expressions.map(print).join(', ');

function place(target: Place): string {
  switch (target.kind) {
    case 'local':
      return target.local.name;
    case 'global':
      return `@${target.global.id}`;
    case 'property':
      return `${print(target.object)}.${target.field}`;
    case 'element':
    case 'array-item':
      return `${print(target.array)}[${print(target.index)}]`;
    case 'field':
      return `${print(target.pointer)}->${target.field}`;
    case 'item':
      return `${print(target.pointer)}->[${print(target.index)}]`;
  }
}

/** `1:i32`; plain for f64, booleans and strings. */
function constantText(value: ConstantValue, type: RtsType): string {
  const text = valueText(value);
  const plain =
    typeof value === 'boolean' ||
    typeof value === 'string' ||
    (type.kind === 'float' && type.name === 'f64');
  return plain ? text : `${text}:${typeName(type)}`;
}

function valueText(value: ConstantValue): string {
  if (typeof value === 'string') return JSON.stringify(value);
  return Object.is(value, -0) ? '-0' : String(value);
}

function cCall({
  callee,
  address,
  arguments: values,
  into,
}: Extract<Expression, { kind: 'c-call' }>): string {
  const called = address ? print(address) : callee.name;
  return `c:${called}(${values.map(print).join(', ')})${into ? ` into ${print(into)}` : ''}`;
}
