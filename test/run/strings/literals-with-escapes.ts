'use mixmod';
export function text(): string { return 'tab\t "quotes" \u00e9 \u{1f600} \\ \x41 \0 end'; }
export function template(): string { return `two
lines`; }
export function lone(): string { return '\ud83d'; }
// text() → 'tab\t "quotes" é 😀 \\ A \x00 end'
// template() → 'two\nlines'
// lone().charCodeAt(0) → 55357
