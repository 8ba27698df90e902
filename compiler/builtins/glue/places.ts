// Which objects of exported classes JavaScript has, by place. The program keeps its own object for as long as the one of JavaScript is
// there. That it is gone is found by looking: when twice as many have been made as were left by the last look, and when the engine says
// that it has collected something. So memory stays as it is in a loop that never comes back to the event loop, too.
import { PLACE_EXPORTS } from '../../program/crossing.ts';

const native = (name: keyof typeof PLACE_EXPORTS): string =>
  `native[${JSON.stringify(PLACE_EXPORTS[name])}]`;

/** Fewer objects, or functions of JavaScript, than these are not looked through. */
export const FEW = 1024;

export const PLACES_RUNTIME = `
const keep = ${native('keep')}, kept = ${native('kept')}, dead = ${native('dead')}, drop = ${native('drop')};
// The place of an object that a constructor shall not make, but stand for.
let adopted = 0;
let objects = 0, most = ${FEW};
const look = () => {
  for (let place = dead(1); place !== 0; place = dead(place + 1)) {
    drop(place);
    objects--;
  }
  most = Math.max(${FEW}, 2 * objects);
};
let whenCollected = () => {};
// One object that nothing refers to: it goes with the others.
const collected = new FinalizationRegistry(() => {
  look();
  whenCollected();
  isWatched = false;
  if (objects > 0) watch();
});
let isWatched = false;
const watch = () => {
  isWatched = true;
  collected.register({});
};
const keepObject = (place, object) => {
  if (++objects > most) look();
  if (!isWatched) watch();
  keep(place, object);
};
const objectAt = (place, position) => {
  const object = kept(place);
  if (object) return object;
  // The one that was there is gone, and nobody has looked.
  if (object === null) objects--;
  adopted = place;
  return new classes[position]();
};
const wrongThis = (label, expected, value) => {
  throw new TypeError(label + ': this must be ' + expected + ', got ' + got(value, false));
};
`.trim();

/** An expression, for untranslated modules: what \`runtime/prelude/places.ll\` gives to compiled ones. */
export const PLACES_TEXT = `(() => {
  const references = [];
  return {
    ${JSON.stringify(PLACE_EXPORTS.keep)}: (place, object) => void (references[place] = new WeakRef(object)),
    ${JSON.stringify(PLACE_EXPORTS.kept)}: (place) => references[place] && (references[place].deref() ?? null),
    ${JSON.stringify(PLACE_EXPORTS.dead)}: (from) => {
      for (let place = from; place < references.length; place++)
        if (references[place] && references[place].deref() === undefined) {
          references[place] = undefined;
          return place;
        }
      return 0;
    },
  };
})()`;
