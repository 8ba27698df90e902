'use mixmod';
// The document that json.ts parses: the changes of a table of fixed stars on a screen, as a server would send them. The
// published benchmark has another text here, of the same size and kind and with as many operations.

const STARS = [
  'Sirius',
  'Canopus',
  'Arcturus',
  'Vega',
  'Capella',
  'Rigel',
  'Procyon',
  'Achernar',
  'Betelgeuse',
  'Hadar',
  'Altair',
  'Acrux',
  'Aldebaran',
  'Antares',
  'Spica',
  'Pollux',
];

const CLASSES = ['Main sequence', 'Giant', 'Supergiant', 'Subgiant', 'White \\"dwarf\\"'];

const COLOURS = ['[138,226,52,255]', '[114,159,207,255]', '[239,41,41,255]', '[233,185,110,255]'];

const ROWS = 118;
const COLUMNS = 9;

/** Widgets are numbered. */
function created(id: number, kind: string, properties: string): string {
  return `["create","w${id}","desk.widgets.${kind}",{"parent":"w${id < 60 ? 12 : 40}",${properties}}]`;
}

function changed(id: number, properties: string): string {
  return `["set","w${id}",{${properties}}]`;
}

function listening(id: number): string {
  return `["listen","w${id}",{"Selection":true,"MouseDown":true,"KeyDown":false}]`;
}

function row(index: number): string {
  const star = STARS[index % STARS.length];
  const kind = CLASSES[index % CLASSES.length];
  const colour = COLOURS[index % COLOURS.length];
  const texts = `"${index + 1}","${star}","${kind}","-${index % 7}.${index % 10}","${index * 3}"`;
  return created(
    100 + index,
    'GridItem',
    `"index":${index},"texts":[${texts}],"cellBackgrounds":[null,null,${colour},null,null]`,
  );
}

function makeDocument(): string {
  const operations: string[] = [
    '["destroy","w54"]',
    changed(2, '"activeControl":"w40"'),
    changed(21, '"customVariant":"variant_navigation"'),
    changed(28, '"customVariant":"variant_selected"'),
    changed(53, '"children":["w95"]'),
    created(40, 'Grid', '"style":["SINGLE","BORDER"],"indention":0,"treeColumn":-1,"markup":false'),
    changed(40, '"bounds":[10,52,988,402],"children":[],"scale":[1.25,-0.5e-3,2E+2]'),
    changed(40, '"itemCount":118,"itemHeight":28,"focusItem":"w108","selection":["w108"]'),
  ];
  for (let i = 0; i < COLUMNS; i++) {
    const place = `"index":${i},"left":${i * 50},"width":${50 + i * 10},"moveable":true`;
    operations.push(created(60 + i, 'GridColumn', `"text":"Column ${i}",${place}`));
    operations.push(listening(60 + i));
  }
  for (let i = 0; i < ROWS; i++) operations.push(row(i));
  const labels = ['Name', 'Class', 'Magnitude', 'Distance', 'Filter:\\tnone', 'Sums\\/means'];
  labels.forEach((label, i) => {
    operations.push(
      created(300 + i, 'Label', `"bounds":[${10 + i * 80},460,76,28],"text":"${label}"`),
    );
    operations.push(changed(300 + i, '"font":[["Verdana","Lucida Sans"],14,false,false]'));
  });
  return `{"head":{"requestCounter":4},"operations":[${operations.join(',')}]}`;
}

export const DOCUMENT = makeDocument();
