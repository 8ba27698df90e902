'use mixmod';
interface Event { name: string; at: Date; until?: Date | null }
export function next(day: Date): Date { return new Date(day.getTime() + 86400000); }
export function first(events: Event[]): Event | null {
  let found: Event | null = null;
  for (const one of events) if (found === null || one.at.getTime() < found.at.getTime()) found = one;
  return found;
}
export function text(value: Date | string | { name: string }): string {
  return typeof value === 'string' ? value : 'name' in value ? value.name : value.toISOString();
}
export function seen(dates: Set<Date>): number { return dates.size; }
// d = new Date(Date.UTC(2024, 1, 28)) → 2024-02-28T00:00:00.000Z
// next(d) → 2024-02-29T00:00:00.000Z
// d → 2024-02-28T00:00:00.000Z
// next(new Date(NaN)) → Invalid Date
// next(d.getTime()) → TypeError: next: argument 1 (day) must be a Date, got number
// next(Object.create(Date.prototype)) → TypeError: next: argument 1 (day) must be a Date, got Object
// first([{ name: 'b', at: next(d) }, { name: 'a', at: d, until: null }]) → { name: 'a', at: 2024-02-28T00:00:00.000Z, until: null }
// first([{ name: 'b', at: '2024' }]) → TypeError: first: argument 1 (events)[0].at must be a Date, got string
// first([]) → null
// text(d) → '2024-02-28T00:00:00.000Z'
// text('x') → 'x'
// text({ name: 'n' }) → 'n'
// seen(new Set([d, d, next(d)])) → 2
