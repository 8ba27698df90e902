// Writes a CSV file of measurements that is the same on every machine: numbers, plain and quoted texts, empty fields.
import { closeSync, existsSync, openSync, renameSync, statSync, writeSync } from 'node:fs';

export const HEADING = 'id,station,temperature,humidity,pressure,remark\n';
const STATIONS = [
  'Oslo',
  'Lima',
  '"Paris, Orly"',
  'Perth',
  '"La Paz ""El Alto"""',
  'Nome',
  'Quito',
];
const REMARKS = ['', 'ok', '"gust, 17.5"', '12 mm', '"two\nlines"', '-', 'recalibrated', '"7"'];
const LINES_PER_WRITE = 20_000;

/** `count` lines beginning with number `first`. */
export function measurements(first: number, count: number): string {
  let text = '';
  for (let id = first; id < first + count; id++) {
    const noise = scramble(id);
    const temperature = ((noise & 1023) - 400) / 10;
    const humidity = (noise >>> 10) % 101;
    const pressure = (95_000 + ((noise >>> 17) % 10_000)) / 100;
    const station = STATIONS[(noise >>> 5) % STATIONS.length];
    const remark = REMARKS[(noise >>> 13) % REMARKS.length];
    const dry = noise % 19 === 0;
    text += `${id},${station},${temperature},${dry ? '' : humidity},${pressure.toFixed(2)},${remark}\n`;
  }
  return text;
}

/** Makes the file if it is not there yet. */
export function ensureFile(path: string, lines: number): void {
  if (existsSync(path) && statSync(path).size > 0) return;
  // Renamed when it is whole: a run that is stopped leaves no part that the next one would take for the file.
  const partial = `${path}.${process.pid}`;
  const file = openSync(partial, 'w');
  writeSync(file, HEADING);
  for (let first = 0; first < lines; first += LINES_PER_WRITE) {
    writeSync(file, measurements(first, Math.min(LINES_PER_WRITE, lines - first)));
  }
  closeSync(file);
  renameSync(partial, path);
}

/** 32 bits that look random, the same for the same number (the finaliser of MurmurHash3). */
function scramble(value: number): number {
  let bits = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35);
  return (bits ^ (bits >>> 16)) >>> 0;
}
