// Pieces of JavaScript text that expressions are printed to, with what is known of their binding strength.

/** `tight`: may stand as an operand of anything. Others may stand where an AssignmentExpression may. */
export interface Code {
  readonly text: string;
  readonly tight: boolean;
}

export const tight = (text: string): Code => ({ text, tight: true });
export const loose = (text: string): Code => ({ text, tight: false });
export const call = (callee: string, args: readonly string[]): Code =>
  tight(`${callee}(${args.join(', ')})`);
export const operandText = ({ text, tight }: Code): string => (tight ? text : `(${text})`);

export const indent = (lines: readonly string[]): readonly string[] =>
  lines.map((line) => `  ${line}`);
