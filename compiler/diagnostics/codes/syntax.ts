// 1xxx: constructs of TypeScript that RTypeScript refuses.
import { code } from './code.ts';
import { countedLoop, throwError } from './edits.ts';

const STATIC_LAYOUT = 'A value of unknown type has no static layout.';
const NO_OBJECTS = 'Objects on a garbage-collected heap are not part of the language yet.';
const NO_TYPE = 'It has no meaning at run time that a static type could describe.';

export const SYNTAX_CODES = {
  typescript: code<{ message: string; number: number }>(
    1001,
    ({ message, number }) => `TypeScript: ${message} (TS${number})`,
    'Every RTypeScript file must first be a correct TypeScript file.',
    () => 'Correct the TypeScript error; `tsc` and every editor report the same one.',
  ),
  anyType: code(
    1002,
    () => 'the type `any` is not part of RTypeScript',
    STATIC_LAYOUT,
    () => 'Name the type of the value.',
    () => 'number',
  ),
  unknownType: code(
    1003,
    () => 'the type `unknown` is not part of RTypeScript',
    STATIC_LAYOUT,
    () => 'Name the type of the value.',
    () => 'number',
  ),
  plainBigint: code(
    1004,
    () => '`bigint` has no fixed width',
    'Integers of RTypeScript live in machine registers; arbitrary precision is not part of it.',
    () => "Write i64 or u64: `import { i64, u64 } from 'mixmod'`.",
    () => 'i64',
  ),
  literalType: code<{ type: string }>(
    1005,
    ({ type }) => `the literal type ${type} is not part of RTypeScript`,
    'It does not say how wide the integer is.',
    () => 'Write `i64` or `u64`.',
  ),
  unionType: code<{ type: string }>(
    1006,
    ({ type }) => `the union type ${type} is not part of RTypeScript`,
    'A union is of records, tuples and classes, which say themselves what they are; a number or string does not.',
    () => "Make each member a record with a tag: `{ kind: 'number'; value: number }`.",
  ),
  tupleType: code<{ type: string }>(
    1008,
    ({ type }) => `the tuple type ${type} is not part of RTypeScript`,
    'A tuple has a fixed number of items, each of a type of its own.',
    () => 'Give every place a type; use an array for what may be missing or for the rest.',
  ),
  functionType: code<{ type: string }>(
    1009,
    ({ type }) => `the function type ${type} is not part of RTypeScript`,
    'A function value has one signature, without type parameters, rest parameters and `this`.',
    () => 'Write a type for each parameter; take an array instead of a rest parameter.',
  ),
  objectType: code<{ type: string }>(
    1010,
    ({ type }) => `the object type ${type} is not part of RTypeScript`,
    'A record has a fixed set of plain properties; call signatures, index signatures and types without properties have no layout.',
    () => 'Name the properties and their types; make a class of what has methods.',
  ),
  typeParameter: code(
    1011,
    () => 'type parameters and type arguments have no meaning here',
    'Generic functions are compiled once for each list of type arguments, where they are called.',
    () => 'Call the function: `f<number>(…)`.',
  ),
  genericValue: code<{ name: string }>(
    1100,
    ({ name }) => `the generic function ${name} is used as a value`,
    'A value has one static type; a generic function is a function for each list of type arguments.',
    ({ name }) => `Call it in a function of your own: \`(x: number) => ${name}(x)\`.`,
  ),
  exportedGeneric: code<{ name: string }>(
    1101,
    ({ name }) => `the generic function ${name} is exported to JavaScript`,
    'JavaScript knows no type arguments, and each list of them is a function of its own.',
    ({ name }) => `Export a function for each type that is needed, which calls ${name}.`,
  ),
  endlessInstantiation: code<{ name: string }>(
    1102,
    ({ name }) => `${name} would be instantiated without end`,
    'It leads to itself with ever new type arguments, and each list of them is a function of its own.',
    () => 'Keep the types of a recursion the same; put what grows into an array.',
  ),
  typeArgumentUnknown: code<{ name: string; parameter: string }>(
    1103,
    ({ name, parameter }) => `the type argument ${parameter} of ${name} is unknown here`,
    'Neither the arguments nor the expected result tell a type that RTypeScript has.',
    ({ name }) => `Write it: \`${name}<number>(…)\`.`,
  ),
  localGeneric: code<{ name: string; captured: string }>(
    1104,
    ({ name, captured }) =>
      `the generic function ${name} uses ${captured} of the function around it`,
    'Each list of type arguments would be a closure of its own.',
    ({ captured }) => `Pass ${captured} as a parameter.`,
  ),
  typeBeforeDeclaration: code<{ name: string }>(
    1105,
    ({ name }) => `the type of ${name} is needed before its declaration`,
    'The result of a function is inferred from its body, which uses a variable that is declared below.',
    () => 'Write the result type of the function, or the type of the variable above its first use.',
  ),
  methodValue: code<{ name: string }>(
    1107,
    ({ name }) => `the method ${name} is used as a value`,
    'A method needs the object on which it is called; as a value it would lose it, as in JavaScript.',
    ({ name }) => `Write a function that calls it: \`(x) => object.${name}(x)\`.`,
  ),
  capturedUnassigned: code<{ name: string }>(
    1108,
    ({ name }) => `${name} has no value when it is declared, and a function inside uses it`,
    'Nobody can tell whether the function is called before the variable is assigned.',
    ({ name }) => `Give it a value: \`let ${name} = …\`, or the type \`… | undefined\`.`,
  ),
  recursiveFunctionType: code<{ type: string }>(
    1106,
    ({ type }) => `the function type ${type} mentions itself`,
    'A function type is the types of its parameters and result, which must be known first.',
    () => 'Put the function into a field of an object type, and let that mention itself.',
  ),
  symbolType: code(
    1014,
    () => 'symbols are not part of RTypeScript',
    NO_TYPE,
    () => 'Use a numeric enum.',
  ),
  classDeclaration: code<{ used: string }>(
    1020,
    ({ used }) => `a class inside of a function uses ${used} of it`,
    'It would be another class each time that it is evaluated.',
    () => 'Hand what it needs to its constructor, or declare it at the top of the module.',
  ),
  classExpression: code(
    1163,
    () => 'a class expression is not part of RTypeScript',
    'Classes are known by the names of their declarations.',
    () => 'Declare the class: `class Name { … }`.',
  ),
  nestedFunction: code(
    1021,
    () => 'a function cannot be declared here',
    'Functions are declared at the top of a module or in a block.',
    () => 'Put it into a block, or write `const f = () => …`.',
  ),
  functionValue: code<{ name: string }>(
    1022,
    ({ name }) => `${name} is used as a value`,
    'It is an operation of the language, compiled where it is called.',
    ({ name }) => `Call it in a function of your own: \`(x) => ${name}(x)\`.`,
  ),
  regularExpression: code(
    1025,
    () => 'regular expressions are not part of RTypeScript',
    'Their engine belongs to the JavaScript host.',
    () => 'Compare characters with charCodeAt, or match in JavaScript.',
  ),
  throwOther: code(
    1028,
    () => 'only errors can be thrown',
    'What is caught is an Error: it has a static type, a message and a stack.',
    () => "Write `throw new Error('…')`, or throw an object of a class that extends Error.",
    (text) => throwError(text),
  ),
  forIn: code(
    1029,
    () => '`for…in` is not part of RTypeScript',
    'It walks the names of properties, which compiled values do not have.',
    () => 'Count with `for (let i = 0; i < a.length; i++)`, or use `for…of`.',
    (text) => countedLoop(text),
  ),
  asynchronous: code(
    1030,
    () => '`async` and `await` are not part of RTypeScript',
    'Compiled code runs to its end on one thread.',
    () =>
      'Say what comes next in a function: `promise.then((value) => …)`. Or await in JavaScript and pass the result to the compiled function.',
  ),
  generatorType: code<{ type: string }>(
    1160,
    ({ type }) => `a generator gives a Generator, not ${type}`,
    'Its class and what it yields are known from that type.',
    () => 'Write `Generator<T>`, `Iterator<T>` or `Iterable<T>`, or leave the type out.',
  ),
  yieldStar: code(
    1161,
    () => 'the value of `yield*` is used',
    'It is what the other generator returns, once the items of that one have been yielded.',
    () =>
      'Write `yield* items;` alone, and read what the generator returned from its last `next()`.',
  ),
  decorator: code(
    1032,
    () => 'decorators are not part of RTypeScript',
    'They change functions and classes at run time.',
    () => 'Write what the decorator does in the function itself.',
  ),
  spread: code(
    1034,
    () =>
      'spread is for array literals, rest parameters of the program, `push`, and arrays in `Math.max`',
    'A function of the library takes a certain number of arguments; a typed array has as many elements as it is made with.',
    () => 'Write a loop or `reduce`, or use `set` of a typed array.',
  ),
  restParameter: code(
    1035,
    () => 'a rest parameter is an array here',
    'Callers write the items of an array; the places of a tuple are parameters of their own.',
    () => 'Give it an array type, or write the parameters one by one.',
  ),
  nonNull: code(
    1037,
    () => '`!` behind the name of a variable is not part of RTypeScript',
    'It claims that the variable is assigned before it is read, and nothing checks the claim.',
    () => 'Give the variable a value where it is declared, or make it nullable.',
  ),
  deleteOperator: code(
    1038,
    () => '`delete` is not part of RTypeScript',
    'The layout of a value never changes.',
    () => 'Assign a value that means "none", such as 0 or null.',
  ),
  inOperator: code(
    1039,
    () =>
      '`in` needs a text and a value of a union of objects, each of which has the property or not',
    'Which properties all other values have is known when the module is built, and an optional one is always there.',
    () => 'Compare an index with `.length`; test an optional property with `=== undefined`.',
  ),
  instanceofOperator: code(
    1040,
    () => '`instanceof` needs an object of a class, and the name of a class',
    'Numbers, strings and typed arrays carry no class at run time: their static type says all.',
    () => 'Test an object, such as a caught error; use the static type of other values.',
  ),
  thisKeyword: code(
    1041,
    () => '`this` stands outside of a class',
    'A function is called without an object.',
    () => 'Pass the value as a parameter.',
  ),
  superKeyword: code(
    1042,
    () => '`super` stands outside of a method of a class that extends another',
    'It names the constructor or a method of the base class.',
    () => 'Call a function by its name.',
  ),
  newExpression: code<{ name: string }>(
    1043,
    ({ name }) => `\`new ${name}\` is not part of RTypeScript`,
    NO_OBJECTS,
    () => 'What can be made are typed arrays, ArrayBuffer and DataView.',
  ),
  withStatement: code(
    1044,
    () => '`with` is not part of RTypeScript',
    'Names are resolved when the module is built.',
    () => 'Write the names in full.',
  ),
  debuggerStatement: code(
    1045,
    () => '`debugger` is not part of RTypeScript',
    'Compiled code is debugged with gdb or lldb, which know the lines of the source.',
    () => 'Remove it and set a breakpoint in the debugger.',
    () => '',
  ),
  varDeclaration: code(
    1046,
    () => '`var` is not part of RTypeScript',
    'Its scope is the whole function and it can be read before it is assigned.',
    () => 'Write `let` or `const`.',
    (text) => text.replace(/^var\b/, 'let'),
  ),
  namespace: code(
    1047,
    () => 'this declaration only tells TypeScript of something elsewhere',
    'What is called or read must be known when the module is built.',
    () => 'Import it, or declare a C function with `rffi.llexternal`.',
  ),
  dynamicImport: code(
    1048,
    () => '`import(…)` and `import.meta` are not part of RTypeScript',
    'All modules are known when the module is built.',
    () => "Write `import { … } from './file.ts'` at the top.",
  ),
  defaultExport: code(
    1050,
    () => 'a class without a name is exported',
    'Classes are known by their names.',
    () => 'Name it: `export default class Name { … }`.',
  ),
  exportedNamespace: code<{ name: string }>(
    1162,
    ({ name }) => `${name}, all exports of a module, is exported to JavaScript`,
    'There is no object that holds them.',
    () => 'Export the functions themselves: `export * from …`, or `export { f } from …`.',
  ),
  importExportForm: code(
    1051,
    () => 'this form of import or export is not part of RTypeScript',
    'Modules are ECMAScript modules with named exports.',
    () => "Write `import { … } from './file.ts'` and `export { … }`, outside of all functions.",
  ),
  untypedVariable: code<{ name: string }>(
    1052,
    ({ name }) => `${name} has neither a type nor a value`,
    'A variable has one static type.',
    ({ name }) => `Write its type: \`let ${name}: i32\`.`,
  ),
  stringEnum: code(
    1053,
    () => 'an enum with texts is exported',
    'What JavaScript gets of an enum is an object of numbers with their names.',
    () => 'Export functions that give the texts, or write them where they are used.',
  ),
  computedEnum: code(
    1054,
    () => 'the value of this enum member is not known when the module is built',
    'Enum members are constants.',
    () => 'Use constants and other members of the enum only.',
  ),
  enumValue: code<{ name: string }>(
    1055,
    ({ name }) => `the enum ${name} is used as a value`,
    'An enum has no object at run time in compiled code; only its members are values.',
    ({ name }) => `Name a member: \`${name}.Member\`.`,
  ),
  argumentsObject: code(
    1056,
    () => '`arguments` is not part of RTypeScript',
    'The number of arguments is known when the module is built.',
    () => 'Declare the parameters.',
  ),
  forOfSource: code<{ type: string }>(
    1057,
    ({ type }) => `\`for…of\` over ${type} is not part of RTypeScript`,
    'How it is walked must be known when the module is built.',
    () => 'Tell the members of a union apart first, or take an `Iterable<T>`.',
  ),
  overload: code(
    1058,
    () => 'a signature without a body, or one of several that an interface or type parameters have',
    'A compiled function has one body, and the signature of that is how it is called.',
    () => 'Write one function for each signature; for C functions use rffi.llexternal.',
  ),
  ambient: code(
    1059,
    () => '`declare` is not part of RTypeScript',
    'Nothing would stand behind the name at run time.',
    () => 'Declare it with its value; for C functions use rffi.llexternal.',
  ),
  globalName: code<{ name: string }>(
    1060,
    ({ name }) => `the global ${name} is not part of RTypeScript`,
    'Compiled code has no JavaScript objects to call; Math, Number, typed arrays, ArrayBuffer, DataView and errors exist.',
    ({ name }) => `Use ${name} in the JavaScript that calls the module and pass the result.`,
  ),
  member: code<{ member: string; type: string }>(
    1061,
    ({ member, type }) => `${type} has no member ${member} in RTypeScript`,
    'Only members with a compiled form exist.',
    () => 'Write it as a loop or a function of your own.',
  ),
  syntaxKind: code<{ kind: string }>(
    1062,
    ({ kind }) => `this syntax (${kind}) is not part of RTypeScript`,
    'Only what has a static meaning is compiled.',
    () =>
      'Use functions, variables, control flow and expressions on numbers, strings and typed arrays.',
  ),
  exportedLet: code<{ name: string }>(
    1063,
    ({ name }) => `the variable ${name} is exported and not constant`,
    'JavaScript would see the value of the time when the module was loaded, not later ones.',
    ({ name }) => `Export a function that returns it, or make it \`const ${name}\`.`,
  ),
  usingDeclaration: code(
    1065,
    () =>
      '`using` stands in a function and takes an object with `[Symbol.dispose]()`, or a scoped resource of rffi or lltype',
    'What is to be run at the end of the block must be known when the module is built.',
    () =>
      'Give the class a method `[Symbol.dispose](): void`, or write `using buf = rffi.scoped_…(…)`.',
  ),
  namespaceImport: code<{ name: string }>(
    1066,
    ({ name }) => `the module ${name} is used as a value`,
    'A module has no object at run time in compiled code.',
    ({ name }) => `Name what it exports: \`${name}.member\`.`,
  ),
  typeSyntax: code(
    1069,
    () => 'this form of type is not part of RTypeScript',
    'A type names a layout; types computed from other types are not supported yet.',
    () => 'Write the type itself: a numeric type, boolean, string or a typed array.',
  ),
  nestedEnum: code(
    1072,
    () => 'an enum inside of a function is not part of RTypeScript',
    'Enums are constants of the module.',
    () => 'Move the enum to the top of the module.',
  ),
  nestedTooDeeply: code(
    1074,
    () => 'this is nested too deeply',
    'The compiler follows nesting with its own stack, which goes about a thousand levels deep.',
    () => 'Give inner parts names of their own, or write a loop or a table.',
  ),
  errorOptions: code(
    1090,
    () => 'the options of an error must be written as `{ cause: error }`',
    'They become fields of the error; there is no object for them.',
    () => 'Write the object literal where the error is made, with `cause` alone.',
  ),
  newTarget: code(
    1073,
    () => '`new.target` is not part of RTypeScript',
    'There are no constructors: a compiled function is only called.',
    () => 'Pass what the function needs to know as a parameter.',
  ),
} as const;
