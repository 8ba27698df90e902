'use mixmod';
export default (text: string): string => `<${text}>`;
