// One diagnostic that stands at no place of a program.
import { DiagnosticSink, type Diagnostic, type DiagnosticCode } from './diagnostic.ts';

export function report<P>(code: DiagnosticCode<P>, parameters: P): Diagnostic {
  const sink = new DiagnosticSink();
  sink.report(code, null, parameters);
  const [diagnostic] = sink.sorted();
  if (!diagnostic) throw new Error('a report without a diagnostic');
  return diagnostic;
}
