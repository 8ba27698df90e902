// Uses the mixed module from its sources: the compiled part is compiled on import, startup waits for the first name.
import words from './words/index.ts';

const data = Buffer.from('the cat and the hat');
console.log(words.hash(data), words.count_words(data));
console.log(words.table.row('words', new words.WordCounter().add('the cat').add('sat').words));
