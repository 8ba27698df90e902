// An exported class → its declaration in the `.d.ts`.
import type { ClassMember, CrossingClass, CrossingExport } from '../program/crossing.ts';
import { quotedName } from '../program/identifier.ts';
import { documentationText } from './documentation-text.ts';
import type { RecordDeclarations } from './record-declarations.ts';

/** Behind `declare`; `name`: of the binding. */
export function classDeclaration(
  one: CrossingClass,
  name: string,
  records: RecordDeclarations,
): string {
  const base = one.base ? records.className(one.base) : one.error?.builtin;
  const heritage = base === undefined ? '' : ` extends ${base}`;
  const members = one.members.map((member) => memberText(member, one, records));
  const isMade = one.members.some(({ role }) => CONSTRUCTORS.has(role));
  const hidden = isMade || one.isAbstract ? [] : ['  private constructor();\n'];
  const text = [...hidden, ...members].join('');
  return `${one.isAbstract ? 'abstract ' : ''}class ${name}${heritage} {\n${text}}\n`;
}

const CONSTRUCTORS: ReadonlySet<ClassMember['role']> = new Set(['constructor', 'own constructor']);

function memberText(
  member: ClassMember,
  { members, error }: CrossingClass,
  records: RecordDeclarations,
): string {
  const { role, isStatic, name, crossing } = member;
  const key = name.startsWith('[') ? name : quotedName(name);
  const modifiers = [
    ...(member.isProtected ? ['protected '] : []),
    ...(isStatic ? ['static '] : []),
    ...(member.isAbstract ? ['abstract '] : []),
  ].join('');
  const head = `${documentationText(member.documentation, '  ')}  ${modifiers}`;
  switch (role) {
    case 'constructor':
      return `${head}constructor${parametersText(crossing, records, error?.takesOptions === true)};\n`;
    case 'method':
      return `${head}${key}${signatureText(crossing, records)};\n`;
    case 'get':
      return `${head}get ${key}(): ${resultText(crossing, records)};\n`;
    case 'set': {
      const hasGetter = members.some(
        (one) => one.role === 'get' && one.name === name && one.isStatic === isStatic,
      );
      // A getter says it all.
      const text = hasGetter ? '' : documentationText(member.documentation, '  ');
      return `${text}  ${modifiers}set ${key}${parametersText(crossing, records)};\n`;
    }
    case 'own constructor':
      // That of objects of the class itself says it.
      return members.some((one) => one.role === 'constructor')
        ? ''
        : `${head}constructor${parametersText(crossing, records)};\n`;
    case 'override':
      return '';
  }
}

export function signatureText(crossing: CrossingExport, records: RecordDeclarations): string {
  const result = resultText(crossing, records);
  return `${parametersText(crossing, records)}: ${crossing.isOffthread ? `Promise<${result}>` : result}`;
}

const resultText = ({ result, items }: CrossingExport, records: RecordDeclarations): string =>
  items ? `IterableIterator<${records.type(items, false)}>` : records.type(result, false);

/** `OffthreadOptions` of `runtime/mixmod.d.ts`. */
const OPTIONS =
  'options?: { readonly signal?: AbortSignal; readonly progress?: (value: number) => void; readonly transfer?: readonly ArrayBuffer[] }';

function parametersText(
  { parameters, isOffthread }: CrossingExport,
  records: RecordDeclarations,
  takesOptions = false,
): string {
  const texts = parameters.map(
    ({ name, declared, optional, rest, walked }) =>
      `${rest ? '...' : ''}${name}${optional ? '?' : ''}: ${walked ? `Iterable<${records.type(walked, true)}>` : records.type(declared, true)}`,
  );
  const options = [
    ...(isOffthread ? [OPTIONS] : []),
    ...(takesOptions ? ['options?: { readonly cause?: unknown }'] : []),
  ];
  return `(${[...texts, ...options].join(', ')})`;
}
