'use mixmod';
export enum Color { Red = 'red', Green = 2 } // error RTS1053: an enum with texts is exported
export function f(): number { return Color.Green; }
