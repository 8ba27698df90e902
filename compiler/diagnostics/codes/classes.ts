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
  staticAccessor: code(
    1122,
    () => 'static accessors are not part of RTypeScript',
    'A static member is a variable or function of the module.',
    () => 'Write a static method, or a static field.',
  ),
  staticThis: code(
    1123,
    () => '`this` in a static member is not part of RTypeScript',
    'A class has no object at run time in compiled code.',
    () => 'Write the name of the class.',
  ),
  classValue: code<{ name: string }>(
    1124,
    ({ name }) => `the class ${name} is used as a value`,
    'A class has no object at run time in compiled code; it is only made, tested and extended.',
    ({ name }) => `Write \`new ${name}(…)\`, \`x instanceof ${name}\` or \`${name}.staticMember\`.`,
  ),
  interfaceType: code<{ type: string }>(
    1125,
    ({ type }) => `the interface ${type} is the type of a value`,
    'Classes of several layouts may implement it; calls through it are not built yet.',
    () =>
      'Use a class or an abstract class as the type; a class may still implement the interface.',
  ),
  exportedClass: code<{ name: string }>(
    1126,
    ({ name }) => `the class ${name} is exported to JavaScript`,
    'Objects of compiled classes do not cross to JavaScript yet.',
    () =>
      'Export functions that use it; other compiled files may import the class from a file of its own.',
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
    () => 'a method with type parameters of its own is not part of RTypeScript yet',
    'Each list of type arguments makes a function of its own, and derived classes may override a method.',
    () => 'Write a function at the top of the module, or a static method, that takes the object.',
  ),
  instanceofGeneric: code(
    1132,
    () => '`instanceof` of a generic class is not part of RTypeScript yet',
    'Each list of type arguments makes a class of its own, and the test does not say which.',
    () => 'Test for a class without type parameters, such as a base of the generic one.',
  ),
  inheritedStatic: code<{ name: string }>(
    1130,
    ({ name }) => `${name} is assigned through a derived class`,
    'JavaScript would give the derived class a variable of its own.',
    () => 'Assign it through the class that declares it.',
  ),
} as const;
