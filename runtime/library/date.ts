'use mixmod';
// Moments in time, as far as they do not depend on where the program runs (ECMA-262 21.4).

/** `check` makes this of `Date`, and knows it by the field: milliseconds since 1970, or NaN. */
interface Date {
  $time: number;
}

const DAY = 86400000;

// ---- days ----

/** The day with the number 0 is the first of March of the year 0; 400 years have so many days. */
const ERA_DAYS = 146097;
/** From that day to the first of January 1970. */
const EPOCH_DAYS = 719468;

/** ECMA-262 21.4.1.28 MakeDay; months and days may lie outside of their year and month. */
function dayOf(year: number, month: number, day: number): number {
  const months = year * 12 + month;
  // Years begin in March, so that the day that comes and goes is their last.
  const shifted = Math.floor((months - 2) / 12);
  const monthOfYear = months - 2 - shifted * 12;
  const era = Math.floor(shifted / 400);
  const yearOfEra = shifted - era * 400;
  const leapDays = Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100);
  const dayOfYear = Math.floor((153 * monthOfYear + 2) / 5);
  return era * ERA_DAYS + yearOfEra * 365 + leapDays + dayOfYear - EPOCH_DAYS + day - 1;
}

interface Civil {
  year: number;
  month: number;
  day: number;
}

function civil(time: number): Civil {
  const days = Math.floor(time / DAY) + EPOCH_DAYS;
  const era = Math.floor(days / ERA_DAYS);
  const dayOfEra = days - era * ERA_DAYS;
  const fourYears = Math.floor(dayOfEra / 1460);
  const centuries = Math.floor(dayOfEra / 36524);
  const leap = dayOfEra === ERA_DAYS - 1 ? 1 : 0;
  const yearOfEra = Math.floor((dayOfEra - fourYears + centuries - leap) / 365);
  const leapDays = Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100);
  const dayOfYear = dayOfEra - yearOfEra * 365 - leapDays;
  const monthOfYear = Math.floor((5 * dayOfYear + 2) / 153);
  const day = dayOfYear - Math.floor((153 * monthOfYear + 2) / 5) + 1;
  const month = monthOfYear < 10 ? monthOfYear + 2 : monthOfYear - 10;
  return { year: yearOfEra + era * 400 + (month < 2 ? 1 : 0), month, day };
}

/** ECMA-262 21.4.1.31. */
function clip(time: number): number {
  return Math.abs(time) <= 8.64e15 ? Math.trunc(time) + 0 : NaN;
}

// ---- Date ----

export function dateOf(time: number): Date {
  return { $time: clip(time) };
}

export function dateOfText(text: string): Date {
  return dateOf(parse(text));
}

export function copy(date: Date): Date {
  return dateOf(date.$time);
}

/** ECMA-262 21.4.3.4. */
export function utc(
  year: number,
  month: number = 0,
  day: number = 1,
  hour: number = 0,
  minute: number = 0,
  second: number = 0,
  millisecond: number = 0,
): number {
  const sum = year + month + day + hour + minute + second + millisecond;
  if (sum - sum !== 0) return NaN;
  const whole = Math.trunc(year);
  const full = whole >= 0 && whole <= 99 ? 1900 + whole : whole;
  const time =
    Math.trunc(hour) * 3600000 +
    Math.trunc(minute) * 60000 +
    Math.trunc(second) * 1000 +
    Math.trunc(millisecond);
  return clip(dayOf(full, Math.trunc(month), Math.trunc(day)) * DAY + time);
}

export function getTime(date: Date): number {
  return date.$time;
}
export function setTime(date: Date, time: number): number {
  date.$time = clip(time);
  return date.$time;
}

export function getUTCFullYear(date: Date): number {
  return isNaN(date.$time) ? NaN : civil(date.$time).year;
}
export function getUTCMonth(date: Date): number {
  return isNaN(date.$time) ? NaN : civil(date.$time).month;
}
export function getUTCDate(date: Date): number {
  return isNaN(date.$time) ? NaN : civil(date.$time).day;
}
export function getUTCDay(date: Date): number {
  const day = Math.floor(date.$time / DAY) + 4;
  return day - Math.floor(day / 7) * 7;
}

/** How many of `unit` have passed since the last of `whole`. */
function part(date: Date, whole: number, unit: number): number {
  const time = date.$time;
  return Math.floor((time - Math.floor(time / whole) * whole) / unit);
}
export function getUTCHours(date: Date): number {
  return part(date, DAY, 3600000);
}
export function getUTCMinutes(date: Date): number {
  return part(date, 3600000, 60000);
}
export function getUTCSeconds(date: Date): number {
  return part(date, 60000, 1000);
}
export function getUTCMilliseconds(date: Date): number {
  return part(date, 1000, 1);
}

// ---- text ----

function digits(value: number, count: number): string {
  return `${value}`.padStart(count, '0');
}

/** ECMA-262 21.4.4.36. */
export function toISOString(date: Date): string {
  if (isNaN(date.$time)) throw new RangeError('Invalid time value');
  const { year, month, day } = civil(date.$time);
  const sign = year < 0 ? '-' : '+';
  const written = year >= 0 && year <= 9999 ? digits(year, 4) : sign + digits(Math.abs(year), 6);
  const hours = digits(getUTCHours(date), 2);
  const minutes = digits(getUTCMinutes(date), 2);
  const seconds = digits(getUTCSeconds(date), 2);
  const rest = digits(getUTCMilliseconds(date), 3);
  return `${written}-${digits(month + 1, 2)}-${digits(day, 2)}T${hours}:${minutes}:${seconds}.${rest}Z`;
}

export function toJSON(date: Date): string | null {
  return isNaN(date.$time) ? null : toISOString(date);
}

/** Where a text is read. */
interface Scan {
  text: string;
  at: number;
  /** It has not the form that was expected. */
  failed: boolean;
}

/** So many digits. */
function number(scan: Scan, count: number): number {
  let value = 0;
  for (let i = 0; i < count; i++) {
    const code = scan.text.charCodeAt(scan.at);
    if (!(code >= 48 && code <= 57)) scan.failed = true;
    value = value * 10 + (code - 48);
    scan.at++;
  }
  return value;
}

function take(scan: Scan, character: string): boolean {
  if (scan.text.charAt(scan.at) !== character) return false;
  scan.at++;
  return true;
}

/** What follows the character, or `missing`. */
function after(scan: Scan, character: string, missing: number): number {
  return take(scan, character) ? number(scan, 2) : missing;
}

/** ECMA-262 21.4.1.32; NaN for every other text, and for a time without an offset, which would be that of the place. */
export function parse(text: string): number {
  const scan: Scan = { text, at: 0, failed: false };
  const isMinus = take(scan, '-');
  const isExpanded = isMinus || take(scan, '+');
  const years = number(scan, isExpanded ? 6 : 4);
  if (isMinus && years === 0) return NaN;
  const month = after(scan, '-', 1);
  const day = scan.at > (isExpanded ? 7 : 4) ? after(scan, '-', 1) : 1;
  const time = take(scan, 'T') ? timeOf(scan) : 0;
  if (scan.failed || scan.at !== text.length) return NaN;
  const year = isMinus ? -years : years;
  if (month < 1 || month > 12 || day < 1 || day > 31) return NaN;
  return clip(dayOf(year, month - 1, day) * DAY + time);
}

function timeOf(scan: Scan): number {
  const hours = number(scan, 2);
  if (!take(scan, ':')) return NaN;
  const minutes = number(scan, 2);
  const seconds = after(scan, ':', 0);
  let rest = 0;
  if (take(scan, '.')) {
    rest = number(scan, 1) * 100;
    let weight = 10;
    while (scan.text.charCodeAt(scan.at) >= 48 && scan.text.charCodeAt(scan.at) <= 57) {
      rest += Math.trunc(number(scan, 1) * weight);
      weight = Math.trunc(weight / 10);
    }
  }
  const isEnd = hours === 24 && minutes === 0 && seconds === 0 && rest === 0;
  if ((hours > 23 && !isEnd) || minutes > 59 || seconds > 59) return NaN;
  return hours * 3600000 + minutes * 60000 + seconds * 1000 + rest - offset(scan);
}

/** Milliseconds east of Greenwich. */
function offset(scan: Scan): number {
  if (take(scan, 'Z')) return 0;
  const isWest = take(scan, '-');
  if (!isWest && !take(scan, '+')) return NaN;
  const hours = number(scan, 2);
  if (!take(scan, ':')) return NaN;
  const minutes = number(scan, 2);
  if (hours > 23 || minutes > 59) return NaN;
  const east = hours * 3600000 + minutes * 60000;
  return isWest ? -east : east;
}
