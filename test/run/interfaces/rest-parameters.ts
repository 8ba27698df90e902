'use mixmod';
interface Logger {
  log(level: number, ...texts: string[]): string;
}
class Plain implements Logger {
  log(level: number, ...texts: string[]): string {
    return level + texts.join('+');
  }
}
class Short implements Logger {
  log(level: number): string {
    return `${level}!`;
  }
}
const literal = (prefix: string): Logger => ({
  log: (level, ...texts) => prefix + level + texts.length,
});
export function all(): string {
  const loggers: Logger[] = [new Plain(), new Short(), literal('p')];
  const words = ['x', 'y'];
  return loggers.map((one) => one.log(1) + one.log(2, 'a', 'b') + one.log(3, ...words, 'z')).join(' ');
}
// all() → '12a+b3x+y+z 1!2!3! p10p22p33'
