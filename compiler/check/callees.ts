// Which functions an expression may run by itself: those that it calls, and those of which it makes closures, which somebody may call.
import type { CheckedClass, CheckedFunction, Expression } from '../program/nodes.ts';

/** Of a complete program: a call of a method may run that of any class. */
export class Callees {
  readonly #methods = new Map<string, CheckedFunction[]>();

  constructor(classes: readonly CheckedClass[]) {
    for (const { methods } of classes)
      for (const [name, method] of methods)
        this.#methods.set(name, [...(this.#methods.get(name) ?? []), method]);
  }

  of(expression: Expression): readonly CheckedFunction[] {
    switch (expression.kind) {
      case 'call':
        return [expression.callee];
      case 'new':
        return expression.construct ? [expression.construct] : [];
      case 'closure':
      case 'callback':
        return [expression.function];
      case 'method-call':
        return this.#methods.get(expression.method) ?? [];
      default:
        return [];
    }
  }
}
