// `500M`, `30d` → bytes and milliseconds, for options of commands. What is none is an error of the command line.
import { InvalidArgumentError } from 'commander';

const SIZES = { '': 1, k: 1e3, M: 1e6, G: 1e9, T: 1e12 } as const;
const TIMES = { s: 1e3, m: 60e3, h: 3600e3, d: 86_400e3, w: 604_800e3 } as const;

export const parseSize = (text: string): number =>
  parse(text, SIZES, 'a size is a number with k, M, G or T, e.g. 500M');

export const parseAge = (text: string): number =>
  parse(text, TIMES, 'a time is a number with s, m, h, d or w, e.g. 30d');

function parse(text: string, units: Readonly<Record<string, number>>, wanted: string): number {
  const [, number, unit = ''] = /^(\d+(?:\.\d+)?)([a-zA-Z]?)$/.exec(text) ?? [];
  const factor = Object.hasOwn(units, unit) ? units[unit] : undefined;
  if (number === undefined || factor === undefined) throw new InvalidArgumentError(wanted);
  return Number(number) * factor;
}
