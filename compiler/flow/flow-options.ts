// What the graphs of a build have beside the program's own ops.
import type { MemoryChecks } from '../program/nodes.ts';

export interface FlowOptions {
  /** Of a checked build: what looks after raw memory. */
  readonly checks?: MemoryChecks | null;
  /** Of a debug build: the graphs say where statements begin and what the source's variables are. */
  readonly marks?: boolean;
}
