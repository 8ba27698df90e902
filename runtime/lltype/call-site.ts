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

/** `file:///…/program.ts:12:3`; '' where it is not known. The first frame that is none of the runtime's, nor of the modules beside it. */
export function siteText(site: Error | null): string {
  const [own = '', ...places] = (site?.stack ?? '').split('\n').slice(1).map(placeOf);
  const runtime = runtimeOf(pathOf(own));
  const ours = [runtime, runtime.replace(/runtime\/$/, 'modules/')];
  const isOurs = (place: string): boolean => ours.some((one) => pathOf(place).startsWith(one));
  return places.find((place) => place !== '' && !isOurs(place)) ?? '';
}

/** Of a frame; '' in Node itself and in `eval`. Folders may have blanks and parentheses in their names. */
function placeOf(frame: string): string {
  const named = / \((?!node:|eval at )(.+:\d+:\d+)\)$/;
  const bare = /^ *at (?:async )?(?!node:)(.+:\d+:\d+)$/;
  return (named.exec(frame) ?? bare.exec(frame))?.[1] ?? '';
}

/** Stacks name some files by URLs and others by paths: those with source maps that were loaded once these were wanted. */
const pathOf = (place: string): string =>
  place.startsWith('file://') ? decodeURI(place.slice('file://'.length)) : place;

/** The folder of this runtime: with source maps or without. */
const runtimeOf = (place: string): string => place.replace(/lltype\/call-site\.[jt]s:.*$/, '');

/** Lines for the end of a message. */
export function sitesOf({ allocatedAt, freedAt }: Pick<Block, 'allocatedAt' | 'freedAt'>): string {
  const [made, ended] = [siteText(allocatedAt), siteText(freedAt)];
  return `${made && `\n  allocated at ${made}`}${ended && `\n  freed at ${ended}`}`;
}
