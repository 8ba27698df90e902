'use mixmod';
// A small language and the machine that runs it: scanner, Pratt parser, constant folding, compiler to bytecode, stack machine.
//
//   fn fib(n) { if (n < 2) { return n; } return fib(n - 1) + fib(n - 2); }
//   let i = 0;
//   while (i < 10) { print fib(i); i = i + 1; }
//
// Values are numbers; 0 is false. Functions see the variables of the program and their own.

class SyntaxProblem extends Error {
  constructor(text: string, line: number) {
    super(`${text} in line ${line}`);
    this.name = 'SyntaxProblem';
  }
}

class RuntimeProblem extends Error {
  constructor(text: string) {
    super(text);
    this.name = 'RuntimeProblem';
  }
}

// ---- scanner ----

type Token =
  | { readonly kind: 'number'; readonly value: number; readonly line: number }
  | { readonly kind: 'name'; readonly text: string; readonly line: number }
  | { readonly kind: 'symbol'; readonly text: string; readonly line: number }
  | { readonly kind: 'end'; readonly line: number };

const KEYWORDS = new Set([
  'fn',
  'let',
  'if',
  'else',
  'while',
  'return',
  'print',
  'and',
  'or',
  'not',
]);
const DOUBLE_SYMBOLS = ['==', '!=', '<=', '>='];
const SINGLE_SYMBOLS = '+-*/%^<>=(){},;!';

const isDigit = (c: string): boolean => c >= '0' && c <= '9' && c.length === 1;
const isLetter = (c: string): boolean =>
  c.length === 1 && ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c === '_');

class Scanner {
  readonly #source: string;
  #at = 0;
  #line = 1;

  constructor(source: string) {
    this.#source = source;
  }

  all(): Token[] {
    const tokens: Token[] = [];
    for (;;) {
      const token = this.#next();
      tokens.push(token);
      if (token.kind === 'end') return tokens;
    }
  }

  #skip(): void {
    while (this.#at < this.#source.length) {
      const c = this.#source.charAt(this.#at);
      if (c === '\n') this.#line++;
      if (c === '#') {
        while (this.#at < this.#source.length && this.#source.charAt(this.#at) !== '\n') this.#at++;
        continue;
      }
      if (c !== ' ' && c !== '\n' && c !== '\t' && c !== '\r') return;
      this.#at++;
    }
  }

  #next(): Token {
    this.#skip();
    const line = this.#line;
    const start = this.#at;
    const c = this.#source.charAt(start);
    if (c === '') return { kind: 'end', line };
    if (isDigit(c)) return { kind: 'number', value: this.#number(), line };
    if (isLetter(c)) {
      while (isLetter(this.#source.charAt(this.#at)) || isDigit(this.#source.charAt(this.#at)))
        this.#at++;
      const text = this.#source.slice(start, this.#at);
      return KEYWORDS.has(text) ? { kind: 'symbol', text, line } : { kind: 'name', text, line };
    }
    const pair = this.#source.slice(start, start + 2);
    if (DOUBLE_SYMBOLS.includes(pair)) {
      this.#at += 2;
      return { kind: 'symbol', text: pair, line };
    }
    if (!SINGLE_SYMBOLS.includes(c)) throw new SyntaxProblem(`unknown character ${c}`, line);
    this.#at++;
    return { kind: 'symbol', text: c, line };
  }

  #number(): number {
    const start = this.#at;
    while (isDigit(this.#source.charAt(this.#at))) this.#at++;
    if (this.#source.charAt(this.#at) === '.') {
      this.#at++;
      while (isDigit(this.#source.charAt(this.#at))) this.#at++;
    }
    return Number(this.#source.slice(start, this.#at));
  }
}

// ---- tree ----

type BinaryOperator = '+' | '-' | '*' | '/' | '%' | '^' | '==' | '!=' | '<' | '<=' | '>' | '>=';

type Expression =
  | { readonly kind: 'literal'; readonly value: number }
  | { readonly kind: 'variable'; readonly name: string; readonly line: number }
  | { readonly kind: 'negative'; readonly operand: Expression }
  | { readonly kind: 'not'; readonly operand: Expression }
  | {
      readonly kind: 'binary';
      readonly operator: BinaryOperator;
      readonly left: Expression;
      readonly right: Expression;
    }
  | { readonly kind: 'and'; readonly left: Expression; readonly right: Expression }
  | { readonly kind: 'or'; readonly left: Expression; readonly right: Expression }
  | {
      readonly kind: 'call';
      readonly callee: string;
      readonly args: readonly Expression[];
      readonly line: number;
    };

type Statement =
  | {
      readonly kind: 'let';
      readonly name: string;
      readonly value: Expression;
      readonly line: number;
    }
  | {
      readonly kind: 'assign';
      readonly name: string;
      readonly value: Expression;
      readonly line: number;
    }
  | { readonly kind: 'print'; readonly value: Expression }
  | { readonly kind: 'drop'; readonly value: Expression }
  | { readonly kind: 'return'; readonly value: Expression | null }
  | {
      readonly kind: 'if';
      readonly test: Expression;
      readonly then: readonly Statement[];
      readonly otherwise: readonly Statement[] | null;
    }
  | { readonly kind: 'while'; readonly test: Expression; readonly body: readonly Statement[] }
  | {
      readonly kind: 'function';
      readonly name: string;
      readonly parameters: readonly string[];
      readonly body: readonly Statement[];
      readonly line: number;
    };

// ---- parser ----

/** How tightly a binary operator binds; 0 for what is none. */
function precedence(symbol: string): number {
  switch (symbol) {
    case 'or':
      return 1;
    case 'and':
      return 2;
    case '==':
    case '!=':
      return 3;
    case '<':
    case '<=':
    case '>':
    case '>=':
      return 4;
    case '+':
    case '-':
      return 5;
    case '*':
    case '/':
    case '%':
      return 6;
    case '^':
      return 8;
    default:
      return 0;
  }
}

const UNARY = 7;

class Parser {
  readonly #tokens: readonly Token[];
  #at = 0;

  constructor(tokens: readonly Token[]) {
    this.#tokens = tokens;
  }

  program(): Statement[] {
    const statements: Statement[] = [];
    while (this.#peek().kind !== 'end') statements.push(this.#statement());
    return statements;
  }

  #peek(): Token {
    return this.#tokens[this.#at];
  }

  #is(text: string): boolean {
    const token = this.#peek();
    return token.kind === 'symbol' && token.text === text;
  }

  #take(text: string): boolean {
    if (!this.#is(text)) return false;
    this.#at++;
    return true;
  }

  #problem(wanted: string): SyntaxProblem {
    const token = this.#peek();
    return new SyntaxProblem(`${wanted} expected, not ${describe(token)}`, token.line);
  }

  #expect(text: string): void {
    if (!this.#take(text)) throw this.#problem(text);
  }

  #name(): string {
    const token = this.#peek();
    if (token.kind !== 'name') throw this.#problem('a name');
    this.#at++;
    return token.text;
  }

  #block(): Statement[] {
    this.#expect('{');
    const statements: Statement[] = [];
    while (!this.#take('}')) {
      if (this.#peek().kind === 'end') throw this.#problem('}');
      statements.push(this.#statement());
    }
    return statements;
  }

  #statement(): Statement {
    const { line } = this.#peek();
    if (this.#take('fn')) return this.#function(line);
    if (this.#take('if')) return this.#if();
    if (this.#take('while')) {
      this.#expect('(');
      const test = this.#expression(0);
      this.#expect(')');
      return { kind: 'while', test, body: this.#block() };
    }
    const statement = this.#simple(line);
    this.#expect(';');
    return statement;
  }

  #simple(line: number): Statement {
    if (this.#take('let')) {
      const name = this.#name();
      this.#expect('=');
      return { kind: 'let', name, value: this.#expression(0), line };
    }
    if (this.#take('print')) return { kind: 'print', value: this.#expression(0) };
    if (this.#take('return'))
      return { kind: 'return', value: this.#is(';') ? null : this.#expression(0) };
    const value = this.#expression(0);
    if (!this.#take('=')) return { kind: 'drop', value };
    if (value.kind !== 'variable') throw new SyntaxProblem('only a variable can be assigned', line);
    return { kind: 'assign', name: value.name, value: this.#expression(0), line };
  }

  #if(): Statement {
    this.#expect('(');
    const test = this.#expression(0);
    this.#expect(')');
    const then = this.#block();
    if (!this.#take('else')) return { kind: 'if', test, then, otherwise: null };
    const otherwise = this.#take('if') ? [this.#if()] : this.#block();
    return { kind: 'if', test, then, otherwise };
  }

  #function(line: number): Statement {
    const name = this.#name();
    const parameters: string[] = [];
    this.#expect('(');
    while (!this.#take(')')) {
      if (parameters.length > 0) this.#expect(',');
      parameters.push(this.#name());
    }
    return { kind: 'function', name, parameters, body: this.#block(), line };
  }

  /** What binds tighter than `least`. */
  #expression(least: number): Expression {
    let left = this.#operand();
    for (;;) {
      const token = this.#peek();
      if (token.kind !== 'symbol') return left;
      const { text } = token;
      const level = precedence(text);
      if (level <= least) return left;
      this.#at++;
      // `^` binds to the right.
      const right = this.#expression(text === '^' ? level - 1 : level);
      left = this.#joined(text, left, right);
    }
  }

  #joined(text: string, left: Expression, right: Expression): Expression {
    if (text === 'and') return { kind: 'and', left, right };
    if (text === 'or') return { kind: 'or', left, right };
    return folded({ kind: 'binary', operator: text as BinaryOperator, left, right });
  }

  #operand(): Expression {
    const token = this.#peek();
    this.#at++;
    switch (token.kind) {
      case 'number':
        return { kind: 'literal', value: token.value };
      case 'name':
        if (!this.#take('(')) return { kind: 'variable', name: token.text, line: token.line };
        return { kind: 'call', callee: token.text, args: this.#arguments(), line: token.line };
      case 'symbol':
        if (token.text === '(') {
          const inner = this.#expression(0);
          this.#expect(')');
          return inner;
        }
        if (token.text === '-')
          return folded({ kind: 'negative', operand: this.#expression(UNARY) });
        if (token.text === '!' || token.text === 'not')
          return folded({ kind: 'not', operand: this.#expression(UNARY) });
    }
    this.#at--;
    throw this.#problem('an expression');
  }

  #arguments(): Expression[] {
    const args: Expression[] = [];
    while (!this.#take(')')) {
      if (args.length > 0) this.#expect(',');
      args.push(this.#expression(0));
    }
    return args;
  }
}

function describe(token: Token): string {
  switch (token.kind) {
    case 'number':
      return `${token.value}`;
    case 'name':
    case 'symbol':
      return token.text;
    case 'end':
      return 'the end';
  }
}

// ---- constants ----

const truth = (test: boolean): number => (test ? 1 : 0);

function calculate(operator: BinaryOperator, a: number, b: number): number {
  switch (operator) {
    case '+':
      return a + b;
    case '-':
      return a - b;
    case '*':
      return a * b;
    case '/':
      return a / b;
    case '%':
      return a % b;
    case '^':
      return a ** b;
    case '==':
      return truth(a === b);
    case '!=':
      return truth(a !== b);
    case '<':
      return truth(a < b);
    case '<=':
      return truth(a <= b);
    case '>':
      return truth(a > b);
    case '>=':
      return truth(a >= b);
  }
}

function folded(expression: Expression): Expression {
  switch (expression.kind) {
    case 'negative':
      return expression.operand.kind === 'literal'
        ? { kind: 'literal', value: -expression.operand.value }
        : expression;
    case 'not':
      return expression.operand.kind === 'literal'
        ? { kind: 'literal', value: truth(expression.operand.value === 0) }
        : expression;
    case 'binary': {
      const { operator, left, right } = expression;
      if (left.kind === 'literal' && right.kind === 'literal')
        return { kind: 'literal', value: calculate(operator, left.value, right.value) };
      return expression;
    }
    default:
      return expression;
  }
}

// ---- bytecode ----

const enum Op {
  Constant,
  LoadGlobal,
  StoreGlobal,
  LoadLocal,
  StoreLocal,
  Add,
  Subtract,
  Multiply,
  Divide,
  Remainder,
  Power,
  Equal,
  NotEqual,
  Less,
  LessEqual,
  Greater,
  GreaterEqual,
  Negate,
  Not,
  Jump,
  JumpIfFalse,
  /** Leaves the value where it jumps, else drops it. */
  JumpIfFalseKeep,
  JumpIfTrueKeep,
  Call,
  Return,
  Print,
  Drop,
  Halt,
}

const NAMES = [
  'constant',
  'load-global',
  'store-global',
  'load-local',
  'store-local',
  'add',
  'subtract',
  'multiply',
  'divide',
  'remainder',
  'power',
  'equal',
  'not-equal',
  'less',
  'less-equal',
  'greater',
  'greater-equal',
  'negate',
  'not',
  'jump',
  'jump-if-false',
  'jump-if-false-keep',
  'jump-if-true-keep',
  'call',
  'return',
  'print',
  'drop',
  'halt',
];

const hasOperand = (op: number): boolean => op <= Op.StoreLocal || (op >= Op.Jump && op <= Op.Call);

function opOf(operator: BinaryOperator): Op {
  switch (operator) {
    case '+':
      return Op.Add;
    case '-':
      return Op.Subtract;
    case '*':
      return Op.Multiply;
    case '/':
      return Op.Divide;
    case '%':
      return Op.Remainder;
    case '^':
      return Op.Power;
    case '==':
      return Op.Equal;
    case '!=':
      return Op.NotEqual;
    case '<':
      return Op.Less;
    case '<=':
      return Op.LessEqual;
    case '>':
      return Op.Greater;
    case '>=':
      return Op.GreaterEqual;
  }
}

interface FunctionInfo {
  readonly name: string;
  readonly parameters: number;
  start: number;
  locals: number;
}

class Bytecode {
  readonly code: number[] = [];
  readonly constants: number[] = [];
  readonly functions: FunctionInfo[] = [];
  readonly globals: string[] = [];

  disassemble(): string {
    const lines: string[] = [];
    for (let at = 0; at < this.code.length; at++) {
      const start = at;
      const op = this.code[at];
      const operand = hasOperand(op) ? ` ${this.code[++at]}` : '';
      lines.push(`${start} ${NAMES[op]}${operand}`);
    }
    return lines.join('\n');
  }
}

/** The variables of a function, by block. */
class Locals {
  readonly names: string[];
  readonly #starts: number[] = [];
  most: number;

  constructor(parameters: readonly string[]) {
    this.names = [...parameters];
    this.most = this.names.length;
  }

  find(name: string): number {
    return this.names.lastIndexOf(name);
  }

  declare(name: string): number {
    this.names.push(name);
    this.most = Math.max(this.most, this.names.length);
    return this.names.length - 1;
  }

  enter(): void {
    this.#starts.push(this.names.length);
  }

  leave(): void {
    const start = this.#starts.pop() ?? 0;
    while (this.names.length > start) this.names.pop();
  }
}

class Compiler {
  readonly made = new Bytecode();
  readonly #functions = new Map<string, number>();
  #locals: Locals | null = null;

  program(statements: readonly Statement[]): Bytecode {
    // Functions may call each other in any order.
    for (const one of statements)
      if (one.kind === 'function') this.#declare(one.name, one.parameters.length, one.line);
    for (const one of statements) if (one.kind !== 'function') this.#statement(one);
    this.#emit(Op.Halt);
    for (const one of statements)
      if (one.kind === 'function') this.#function(one.name, one.parameters, one.body);
    return this.made;
  }

  #declare(name: string, parameters: number, line: number): void {
    if (this.#functions.has(name)) throw new SyntaxProblem(`a second function ${name}`, line);
    this.#functions.set(name, this.made.functions.length);
    this.made.functions.push({ name, parameters, start: 0, locals: parameters });
  }

  #function(name: string, parameters: readonly string[], body: readonly Statement[]): void {
    const info = this.made.functions[this.#functions.get(name) ?? 0];
    info.start = this.made.code.length;
    const locals = new Locals(parameters);
    this.#locals = locals;
    this.#block(body);
    this.#constant(0);
    this.#emit(Op.Return);
    info.locals = locals.most;
    this.#locals = null;
  }

  #emit(op: Op): void {
    this.made.code.push(op);
  }

  #emitWith(op: Op, operand: number): number {
    this.made.code.push(op, operand);
    return this.made.code.length - 1;
  }

  #patch(at: number): void {
    this.made.code[at] = this.made.code.length;
  }

  #constant(value: number): void {
    const { constants } = this.made;
    let index = constants.indexOf(value);
    if (index < 0) index = constants.push(value) - 1;
    this.#emitWith(Op.Constant, index);
  }

  #block(statements: readonly Statement[]): void {
    this.#locals?.enter();
    for (const one of statements) this.#statement(one);
    this.#locals?.leave();
  }

  #statement(statement: Statement): void {
    switch (statement.kind) {
      case 'let':
        this.#expression(statement.value);
        return this.#let(statement.name, statement.line);
      case 'assign':
        this.#expression(statement.value);
        return this.#store(statement.name, statement.line);
      case 'print':
        this.#expression(statement.value);
        return this.#emit(Op.Print);
      case 'drop':
        this.#expression(statement.value);
        return this.#emit(Op.Drop);
      case 'return':
        if (!this.#locals) throw new SyntaxProblem('return outside of a function', 0);
        if (statement.value) this.#expression(statement.value);
        else this.#constant(0);
        return this.#emit(Op.Return);
      case 'if':
        return this.#if(statement.test, statement.then, statement.otherwise);
      case 'while': {
        const start = this.made.code.length;
        this.#expression(statement.test);
        const end = this.#emitWith(Op.JumpIfFalse, 0);
        this.#block(statement.body);
        this.#emitWith(Op.Jump, start);
        return this.#patch(end);
      }
      case 'function':
        throw new SyntaxProblem(`the function ${statement.name} inside of another`, statement.line);
    }
  }

  #if(test: Expression, then: readonly Statement[], otherwise: readonly Statement[] | null): void {
    this.#expression(test);
    const toElse = this.#emitWith(Op.JumpIfFalse, 0);
    this.#block(then);
    if (!otherwise) return this.#patch(toElse);
    const toEnd = this.#emitWith(Op.Jump, 0);
    this.#patch(toElse);
    this.#block(otherwise);
    this.#patch(toEnd);
  }

  #let(name: string, line: number): void {
    if (this.#locals) {
      this.#emitWith(Op.StoreLocal, this.#locals.declare(name));
      return;
    }
    if (this.made.globals.includes(name))
      throw new SyntaxProblem(`a second variable ${name}`, line);
    this.#emitWith(Op.StoreGlobal, this.made.globals.push(name) - 1);
  }

  #store(name: string, line: number): void {
    const local = this.#locals ? this.#locals.find(name) : -1;
    if (local >= 0) this.#emitWith(Op.StoreLocal, local);
    else this.#emitWith(Op.StoreGlobal, this.#global(name, line));
  }

  #global(name: string, line: number): number {
    const found = this.made.globals.indexOf(name);
    if (found < 0) throw new SyntaxProblem(`unknown variable ${name}`, line);
    return found;
  }

  #expression(expression: Expression): void {
    switch (expression.kind) {
      case 'literal':
        return this.#constant(expression.value);
      case 'variable': {
        const local = this.#locals ? this.#locals.find(expression.name) : -1;
        if (local >= 0) this.#emitWith(Op.LoadLocal, local);
        else this.#emitWith(Op.LoadGlobal, this.#global(expression.name, expression.line));
        return;
      }
      case 'negative':
        this.#expression(expression.operand);
        return this.#emit(Op.Negate);
      case 'not':
        this.#expression(expression.operand);
        return this.#emit(Op.Not);
      case 'binary':
        this.#expression(expression.left);
        this.#expression(expression.right);
        return this.#emit(opOf(expression.operator));
      case 'and':
      case 'or': {
        this.#expression(expression.left);
        const op = expression.kind === 'and' ? Op.JumpIfFalseKeep : Op.JumpIfTrueKeep;
        const end = this.#emitWith(op, 0);
        this.#expression(expression.right);
        return this.#patch(end);
      }
      case 'call':
        return this.#call(expression.callee, expression.args, expression.line);
    }
  }

  #call(callee: string, args: readonly Expression[], line: number): void {
    const index = this.#functions.get(callee);
    if (index === undefined) throw new SyntaxProblem(`unknown function ${callee}`, line);
    const { parameters } = this.made.functions[index];
    if (args.length !== parameters)
      throw new SyntaxProblem(`${callee} takes ${parameters} arguments, not ${args.length}`, line);
    for (const one of args) this.#expression(one);
    this.#emitWith(Op.Call, index);
  }
}

// ---- machine ----

const STACK = 4096;
const FRAMES = 512;
const MOST_STEPS = 500_000_000;

class Machine {
  readonly #bytecode: Bytecode;
  readonly #stack = new Float64Array(STACK);
  readonly #returns = new Int32Array(FRAMES);
  readonly #bases = new Int32Array(FRAMES);
  readonly printed: number[] = [];
  steps = 0;

  constructor(bytecode: Bytecode) {
    this.#bytecode = bytecode;
  }

  run(): void {
    const { constants, functions } = this.#bytecode;
    const code = Int32Array.from(this.#bytecode.code);
    const stack = this.#stack;
    const globals = new Float64Array(this.#bytecode.globals.length);
    let at = 0;
    let top = 0;
    let base = 0;
    let frame = 0;
    let steps = 0;
    for (;;) {
      steps++;
      const op = code[at++];
      switch (op) {
        case Op.Constant:
          stack[top++] = constants[code[at++]];
          break;
        case Op.LoadGlobal:
          stack[top++] = globals[code[at++]];
          break;
        case Op.StoreGlobal:
          globals[code[at++]] = stack[--top];
          break;
        case Op.LoadLocal:
          stack[top++] = stack[base + code[at++]];
          break;
        case Op.StoreLocal:
          stack[base + code[at++]] = stack[--top];
          break;
        case Op.Add:
          top--;
          stack[top - 1] += stack[top];
          break;
        case Op.Subtract:
          top--;
          stack[top - 1] -= stack[top];
          break;
        case Op.Multiply:
          top--;
          stack[top - 1] *= stack[top];
          break;
        case Op.Divide:
          top--;
          if (stack[top] === 0) throw new RuntimeProblem('division by zero');
          stack[top - 1] /= stack[top];
          break;
        case Op.Remainder:
          top--;
          if (stack[top] === 0) throw new RuntimeProblem('division by zero');
          stack[top - 1] %= stack[top];
          break;
        case Op.Power:
          top--;
          stack[top - 1] **= stack[top];
          break;
        case Op.Equal:
          top--;
          stack[top - 1] = truth(stack[top - 1] === stack[top]);
          break;
        case Op.NotEqual:
          top--;
          stack[top - 1] = truth(stack[top - 1] !== stack[top]);
          break;
        case Op.Less:
          top--;
          stack[top - 1] = truth(stack[top - 1] < stack[top]);
          break;
        case Op.LessEqual:
          top--;
          stack[top - 1] = truth(stack[top - 1] <= stack[top]);
          break;
        case Op.Greater:
          top--;
          stack[top - 1] = truth(stack[top - 1] > stack[top]);
          break;
        case Op.GreaterEqual:
          top--;
          stack[top - 1] = truth(stack[top - 1] >= stack[top]);
          break;
        case Op.Negate:
          stack[top - 1] = -stack[top - 1];
          break;
        case Op.Not:
          stack[top - 1] = truth(stack[top - 1] === 0);
          break;
        case Op.Jump:
          at = code[at];
          if (steps > MOST_STEPS) throw new RuntimeProblem('the program does not end');
          break;
        case Op.JumpIfFalse:
          at = stack[--top] === 0 ? code[at] : at + 1;
          break;
        case Op.JumpIfFalseKeep:
          if (stack[top - 1] === 0) {
            at = code[at];
          } else {
            top--;
            at++;
          }
          break;
        case Op.JumpIfTrueKeep:
          if (stack[top - 1] !== 0) {
            at = code[at];
          } else {
            top--;
            at++;
          }
          break;
        case Op.Call: {
          const { start, parameters, locals } = functions[code[at++]];
          if (frame >= FRAMES || top + locals + 64 > STACK)
            throw new RuntimeProblem('too many calls');
          this.#returns[frame] = at;
          this.#bases[frame] = base;
          frame++;
          base = top - parameters;
          top = base + locals;
          at = start;
          break;
        }
        case Op.Return: {
          const value = stack[top - 1];
          top = base;
          frame--;
          at = this.#returns[frame];
          base = this.#bases[frame];
          stack[top++] = value;
          break;
        }
        case Op.Print:
          this.printed.push(stack[--top]);
          break;
        case Op.Drop:
          top--;
          break;
        default:
          this.steps = steps;
          return;
      }
    }
  }
}

// ---- what can be called from outside ----

const compile = (source: string): Bytecode =>
  new Compiler().program(new Parser(new Scanner(source).all()).program());

/** What the program prints, or what is wrong with it. */
export function execute(source: string): string {
  try {
    const machine = new Machine(compile(source));
    machine.run();
    return machine.printed.join(' ');
  } catch (error) {
    if (error instanceof SyntaxProblem || error instanceof RuntimeProblem)
      return `${error.name}: ${error.message}`;
    throw error;
  }
}

export function disassembled(source: string): string {
  try {
    return compile(source).disassemble();
  } catch (error) {
    if (error instanceof SyntaxProblem) return error.message;
    throw error;
  }
}

const sampleProgram = (count: number): string => `
# Fibonacci numbers, primes and a little analysis.
fn fib(n) { if (n < 2) { return n; } return fib(n - 1) + fib(n - 2); }
fn isPrime(n) {
  if (n < 2) { return 0; }
  let i = 2;
  while (i * i <= n) {
    if (n % i == 0) { return 0; }
    i = i + 1;
  }
  return 1;
}
fn power(base, n) {
  if (n == 0) { return 1; }
  let half = power(base, (n - n % 2) / 2);
  if (n % 2 == 0) { return half * half; } else { return half * half * base; }
}
fn root(x) {
  let guess = x / 2 + 1;
  let i = 0;
  while (i < 20) { guess = (guess + x / guess) / 2; i = i + 1; }
  return guess;
}
let n = 0;
let primes = 0;
let sum = 0;
while (n < ${count}) {
  if (isPrime(n) and n != 2) { primes = primes + 1; }
  sum = sum + root(n + 1) * power(1.0001, n % 50) - 2 * 3;
  n = n + 1;
}
print primes;
print sum - sum % 0.001;
print fib(${Math.min(22, 10 + Math.floor(count / 500))});
print not primes or -2 ^ 2;
`;

/** Compiles and runs: the number of steps of the machine, and what it printed. */
export function run(count: number): number {
  let total = 0;
  for (let i = 0; i < 20; i++) total += compile(sampleProgram(i)).code.length;
  const machine = new Machine(compile(sampleProgram(count)));
  machine.run();
  let sum = 0;
  for (const value of machine.printed) sum += value;
  return total + machine.steps + Math.round(sum * 1000);
}
