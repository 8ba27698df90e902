// Where the program called the runtime: for messages about memory and for the leak report.
import type { Block } from './memory.ts';

const DEEPEST = 24;

/** What remembers the place; its text is made when somebody asks. */
export function callSite(): Error | null {
  const { stackTraceLimit } = Error;
  Error.stackTraceLimit = DEEPEST;
  const site = new Error();
  Error.stackTraceLimit = stackTraceLimit;
  return site;
}

/** Of this runtime, as it is run and as its source maps name it. */
const OWN = [new URL('..', import.meta.url).pathname].flatMap((path) => [
  path,
  path.replace(/\/dist\/runtime\/$/, '/runtime/'),
]);

/** `file:///…/program.ts:12:3`; '' where it is not known. The first frame that is none of the runtime's. */
export function siteText(site: Error | null): string {
  const frames = (site?.stack ?? '').split('\n').slice(1);
  const outside = frames.find(
    (frame) => /:\d+:\d+\)?$/.test(frame) && !isOwn(frame) && !/\bnode:/.test(frame),
  );
  const [, place = ''] = /(?:\(|at (?:async )?)([^()\s]+:\d+:\d+)\)?$/.exec(outside ?? '') ?? [];
  return place;
}

const isOwn = (frame: string): boolean => OWN.some((folder) => frame.includes(folder));

/** Lines for the end of a message. */
export function sitesOf({ allocatedAt, freedAt }: Pick<Block, 'allocatedAt' | 'freedAt'>): string {
  const [made, ended] = [siteText(allocatedAt), siteText(freedAt)];
  return `${made && `\n  allocated at ${made}`}${ended && `\n  freed at ${ended}`}`;
}
