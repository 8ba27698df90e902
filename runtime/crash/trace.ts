'use mixmod';
// Installs what prints the TypeScript lines of the stack when C crashes (`trace.c`). Built with the package; `mixmod run` loads it.
import { rffi, type i32 } from 'mixmod';

const info = rffi.ExternalCompilationInfo({ separate_module_files: ['trace.c'] });
const trace = rffi.llexternal('mixmod_trace_crashes', [rffi.CCHARP, rffi.CCHARP], rffi.INT, {
  compilation_info: info,
});

/** `node`: the path of Node.js; `reporter`: that of the command. 0, or -1 where the system refuses signal handlers. */
export function traceCrashes(node: string, reporter: string): i32 {
  // The handler keeps them for as long as the process lives.
  return trace(rffi.str2charp(node), rffi.str2charp(reporter));
}
