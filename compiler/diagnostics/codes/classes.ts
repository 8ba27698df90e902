// 11xx: classes.
import { code } from './code.ts';

const NO_ADJUSTMENT = 'An object has one layout, and each of its members one meaning in it.';

export const CLASS_CODES = {
  classMember: code(
    1120,
    () => 'this form of class member is not part of RTypeScript',
    'The members of a class are known by their names when the module is built.',
    () =>
      'Write a field, a method, `get x()` and `set x(value)`, or a constructor, with a plain name.',
  ),
  baseClass: code<{ name: string }>(
    1121,
    ({ name }) => `a class extends ${name}, which is no class of the program`,
    'The base decides the layout of the objects.',
    () => 'Extend a class that a file of the program declares, or none.',
  ),
  staticThis: code(
    1123,
    () => '`this` in a static member of a class that others extend',
    'It is the class by whose name the member is called, which has no object at run time.',
    () => 'Write the name of the class that is meant.',
  ),
  classValue: code<{ name: string }>(
    1124,
    ({ name }) => `the class ${name} is used as a value`,
    'A class has no object at run time in compiled code; it is only made, tested and extended.',
    ({ name }) => `Write \`new ${name}(…)\`, \`x instanceof ${name}\` or \`${name}.staticMember\`.`,
  ),
  interfaceType: code<{ type: string }>(
    1125,
    ({ type }) => `the shape of the interface ${type} is not known when the module is built`,
    'An index signature, a call signature beside other members, or no members at all leave open what its objects hold.',
    () =>
      'Use `Map<string, T>` for an index signature, a function type for a call signature, or name the members.',
  ),
  exportedClass: code<{ name: string; what: string }>(
    1126,
    ({ name, what }) => `the class ${name}, which is ${what}, is exported to JavaScript`,
    'JavaScript gets one class for each class that is not generic; nothing may override methods of errors.',
    () =>
      'Export a class that derives from it or holds it, or functions that use it; other compiled files may import it from a file of its own.',
  ),
  constructorResult: code(
    1127,
    () => 'a constructor returns a value',
    '`new` gives the object that it has made.',
    () => 'Write `return;`, or a static method that gives the object.',
  ),
  fieldRedeclared: code<{ name: string; base: string }>(
    1128,
    ({ name, base }) => `${name} is a member of ${base} already, in another form`,
    NO_ADJUSTMENT,
    () =>
      'Give the field the same type as in the base and an initial value, or another name; override an accessor pair as a whole.',
  ),
  overrideSignature: code<{ name: string; base: string; what: string; from: string; to: string }>(
    1129,
    ({ name, base, what, from, to }) =>
      `${name} overrides a method of ${base}, and ${what} would be ${from} as ${to}`,
    'A call through the base class passes and takes what the base declares.',
    () => 'Declare the parameters and the result as the base does.',
  ),
  genericMethod: code(
    1131,
    () => 'a method with type parameters of its own is abstract, overrides or is overridden',
    'Each list of type arguments makes a function of its own, which must be known when the module is built.',
    () => 'Give the class the type parameter, or write a function that takes the object.',
  ),
  genericInterfaceMethod: code(
    1140,
    () => 'a method of an interface has type parameters of its own',
    'A call through the interface finds the function by the object; each list of type arguments would be a function of its own.',
    () =>
      'Give the interface the type parameter, or write a generic function that takes the object.',
  ),
  missingMember: code<{ name: string; type: string; interface: string }>(
    1142,
    ({ name, type, interface: wanted }) => `${type} stands behind ${wanted} and has no ${name}`,
    'A call through the interface must find the member in each class that stands behind it.',
    () => 'Write the member in the class.',
  ),
  methodAsProperty: code<{ name: string; type: string; interface: string }>(
    1143,
    ({ name, type, interface: wanted }) =>
      `${name} is a method in ${type}, and a property in ${wanted}`,
    'A property holds a function, which would have lost its object.',
    ({ name }) => `Declare it as a method in the interface: \`${name}(…): …\`.`,
  ),
  memberType: code<{ name: string; type: string; interface: string; from: string; to: string }>(
    1144,
    ({ name, type, interface: wanted, from, to }) =>
      `${name} is ${from} in ${type}, and ${to} in ${wanted}`,
    'What is read and assigned through the interface must be a value of the field, without loss.',
    () => 'Give both the same type, or make the property of the interface `readonly`.',
  ),
  inheritedStatic: code<{ name: string }>(
    1130,
    ({ name }) => `${name} is assigned through a derived class`,
    'JavaScript would give the derived class a variable of its own.',
    () => 'Assign it through the class that declares it.',
  ),
  errorToString: code<{ name: string }>(
    1149,
    ({ name }) => `${name} is a class of errors with a method toString of its own`,
    'The text of an error is made of its name and message, whatever class it turns out to be of.',
    () => 'Assign `this.name` and give `super` the message, or call the method something else.',
  ),
} as const;
