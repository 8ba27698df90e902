// Date as far as it does not depend on the place: what plain Node gives.
'use mixmod';
interface Event {
  name: string;
  at: Date;
  end: Date | null;
}
export function parts(time: number): string {
  const date = new Date(time);
  return [date.getTime(), date.getUTCFullYear(), date.getUTCMonth(), date.getUTCDate(), date.getUTCDay(), date.getUTCHours(), date.getUTCMinutes(), date.getUTCSeconds(), date.getUTCMilliseconds(), date.valueOf()].join(' ');
}
export function iso(time: number): string {
  return new Date(time).toISOString();
}
export function parsed(text: string): number {
  const date = new Date(text);
  return Object.is(date.getTime(), Date.parse(text)) ? Date.parse(text) : -1;
}
export function utc(year: number, month: number, day: number, hour: number): string {
  return `${Date.UTC(year, month, day, hour, 59, 59.9, -1)} ${Date.UTC(year)} ${Date.UTC(year, month)} ${Date.UTC(year, month, day)}`;
}
export function json(time: number): string {
  const event: Event = { name: 'e', at: new Date(time), end: null };
  const copy = new Date(event.at);
  copy.setTime(copy.getTime() + 1);
  return JSON.stringify([event]) + JSON.stringify({ copy }, null, 1) + `${copy.toJSON()} ${copy === event.at}`;
}
/** Every day of many years, there and back. */
export function days(from: number, count: number): number {
  let wrong = 0;
  let before = new Date(from);
  for (let i = 1; i <= count; i++) {
    const date = new Date(from + i * 86400000);
    const again = Date.UTC(date.getUTCFullYear(), date.getUTCMonth(), date.getUTCDate());
    if (again !== date.getTime() || date.getUTCDay() !== (before.getUTCDay() + 1) % 7) wrong++;
    if (Date.parse(date.toISOString()) !== date.getTime()) wrong++;
    before = date;
  }
  return wrong;
}
export function now(): boolean {
  const date = new Date();
  return date.getTime() <= Date.now() && date.getTime() > 1.7e12;
}
// parts(0) → '0 1970 0 1 4 0 0 0 0 0'
// parts(1e12) → '1000000000000 2001 8 9 0 1 46 40 0 1000000000000'
// parts(-1) → '-1 1969 11 31 3 23 59 59 999 -1'
// parts(951782400000.7) → '951782400000 2000 1 29 2 0 0 0 0 951782400000'
// parts(-62135596800001) → '-62135596800001 0 11 31 0 23 59 59 999 -62135596800001'
// parts(8.64e15) → '8640000000000000 275760 8 13 6 0 0 0 0 8640000000000000'
// parts(-8.64e15) → '-8640000000000000 -271821 3 20 2 0 0 0 0 -8640000000000000'
// parts(8.64e15 + 1) → 'NaN NaN NaN NaN NaN NaN NaN NaN NaN NaN'
// parts(NaN) → 'NaN NaN NaN NaN NaN NaN NaN NaN NaN NaN'
// iso(0) → '1970-01-01T00:00:00.000Z'
// iso(-62198755200001) → '-000002-12-31T23:59:59.999Z'
// iso(253402300800000) → '+010000-01-01T00:00:00.000Z'
// iso(1234567890123) → '2009-02-13T23:31:30.123Z'
// iso(Infinity) → RangeError: Invalid time value
// parsed('2024-02-29T12:34:56.789Z') → 1709210096789
// parsed('2024-02-29') → 1709164800000
// parsed('2024-02') → 1706745600000
// parsed('2024') → 1704067200000
// parsed('2024-12-31T24:00Z') → 1735689600000
// parsed('2024-12-31T23:59:60Z') → NaN
// parsed('2024-13-01') → NaN
// parsed('+012345-01-01T00:00:00.5Z') → 327403382400500
// parsed('-000001-01-01') → -62198755200000
// parsed('2024-01-01T10:00+02:30') → 1704094200000
// parsed('2024-01-01T10:00:00.123456-11:59') → 1704146340123
// parsed('2024-01-01T10:00:00.Z') → NaN
// parsed('2024-1-1x') → NaN
// parsed('') → NaN
// utc(2024, 1, 30, 24) → '1709341198999 1704067200000 1706745600000 1709251200000'
// utc(99, -1, 0, -1) → '912383998999 915148800000 912470400000 912384000000'
// utc(-1, 25.9, 1.9, 1e5) → '-61772914801001 -62198755200000 -62132918400000 -62132918400000'
// utc(NaN, 0, 0, 0) → 'NaN NaN NaN NaN'
// utc(300000, 0, 0, 0) → 'NaN NaN NaN NaN'
// json(1e12) → '[{"name":"e","at":"2001-09-09T01:46:40.000Z","end":null}]{\n "copy": "2001-09-09T01:46:40.001Z"\n}2001-09-09T01:46:40.001Z false'
// json(NaN) → '[{"name":"e","at":null,"end":null}]{\n "copy": null\n}null false'
// days(Date.UTC(1895, 0, 1), 800) → 0
// days(Date.UTC(-405, 0, 1), 500) → 0
// now() → true
