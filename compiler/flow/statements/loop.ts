// `while`, `do … while` and `for`: a head with the loop's variables as inputs, the body, the update, back to the head.
import { localsAssignedIn } from '../assigned-locals.ts';
import type { StatementHandler } from '../handler.ts';

export const loopStatement: StatementHandler<'loop'> = (flow, statement) => {
  const { target, test, testAtEnd, update, body } = statement;
  const head = flow.enterLoop(localsAssignedIn(statement));
  const after = flow.join();
  const testHere = (): void => {
    const pass = flow.join();
    if (test) flow.condition(test, pass, after);
    else flow.goto(pass);
    flow.enter(pass);
  };
  if (test && !testAtEnd) testHere();
  // Nothing stands between the body and the head: `continue` goes straight back.
  const next = update || testAtEnd ? flow.join() : head;
  flow.jumpsTo(target, after, next, () => flow.statements(body));
  flow.goto(next);
  if (next !== head) {
    flow.enter(next);
    if (testAtEnd) testHere();
    if (update && flow.isReachable) flow.expression(update);
    flow.goto(head);
  }
  flow.enter(after);
};
