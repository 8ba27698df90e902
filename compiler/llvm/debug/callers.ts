// Functions that only call the program's: wrappers for JavaScript, what C calls. LLVM forgets the lines of what it inlines into a
// function without debug information, so those of optimised code get some, in the module's text:
//
//   define i8* @wrapper.f(…) {                 define i8* @wrapper.f(…) !dbg !7 {
//     %1 = call i32 @rts.f(…)          →         %1 = call i32 @rts.f(…), !dbg !8
import { reference, type DebugNodes, type NodeId } from './debug-nodes.ts';

const FUNCTION = /^define .*\{$[\s\S]*?^\}$/gm;
const SYMBOL = String.raw`@("[^"]*"|[\w.$-]+)\(`;
const DEFINED = new RegExp(SYMBOL);
const CALL = new RegExp(
  String.raw`^ .*\b(?:call|invoke) [^@]*?${SYMBOL}.*$(?:\n {10}to label .*$)?`,
  'gm',
);
const SUBPROGRAM =
  /^!(\d+) = distinct !DISubprogram\(name: "([^"]*)", .*?file: (!\d+), line: (\d+), type: (!\d+), .*?unit: (!\d+)/gm;

/** What stands in the module's text for a function of the program. */
interface Known {
  /** As LLVM writes it. */
  readonly name: string;
  readonly file: string;
  readonly line: string;
  readonly unit: string;
  readonly type: string;
}

export function describeCallers(ir: string, nodes: DebugNodes): string {
  const known = programFunctions(ir);
  const callees = new Map<string, readonly string[]>();
  for (const [text] of ir.matchAll(FUNCTION)) {
    const symbol = DEFINED.exec(text)?.[1] ?? '';
    if (!known.has(symbol))
      callees.set(
        symbol,
        [...text.matchAll(CALL)].map(([, callee = '']) => callee),
      );
  }
  const scopes = new Map<string, NodeId>();
  // Callers of callers, too.
  for (let before = -1; before < scopes.size;) {
    before = scopes.size;
    for (const [symbol, called] of callees) {
      const callee = called.map((one) => known.get(one)).find((one) => one !== undefined);
      if (!callee || known.has(symbol)) continue;
      known.set(symbol, callee);
      scopes.set(symbol, subprogram(callee, nodes));
    }
  }
  return ir.replace(FUNCTION, (text) => {
    const symbol = DEFINED.exec(text)?.[1] ?? '';
    const [scope, line] = [scopes.get(symbol), known.get(symbol)?.line ?? '0'];
    return scope === undefined ? text : described(text, scope, line, known, nodes);
  });
}

function described(
  text: string,
  scope: NodeId,
  line: string,
  known: ReadonlyMap<string, Known>,
  nodes: DebugNodes,
): string {
  const [header = '', ...body] = text.split('\n');
  const location = nodes.add(`!DILocation(line: ${line}, scope: ${reference(scope)})`);
  const calls = body
    .join('\n')
    .replace(CALL, (call, callee: string) =>
      known.has(callee) ? `${call}, !dbg ${reference(location)}` : call,
    );
  return `${header.replace(/ \{$/, ` !dbg ${reference(scope)} {`)}\n${calls}`;
}

/** By their symbols. */
function programFunctions(ir: string): Map<string, Known> {
  const entries = new Map<string, Known>();
  for (const [, number = '', name = '', file = '', line = '', type = '', unit = ''] of ir.matchAll(
    SUBPROGRAM,
  ))
    entries.set(`!${number}`, { name, file, line, type, unit });
  const found = new Map<string, Known>();
  for (const [header, entry = ''] of ir.matchAll(/^define .* !dbg (!\d+) \{$/gm)) {
    const known = entries.get(entry);
    if (known) found.set(DEFINED.exec(header)?.[1] ?? '', known);
  }
  return found;
}

function subprogram({ name, file, line, unit, type }: Known, nodes: DebugNodes): NodeId {
  return nodes.add(
    `distinct !DISubprogram(name: "call of ${name}", scope: ${file}, file: ${file}, line: ${line}, type: ${type}, scopeLine: ${line}, flags: DIFlagArtificial, spFlags: DISPFlagLocalToUnit | DISPFlagDefinition, unit: ${unit}, retainedNodes: !{})`,
  );
}
