/** A graph's function; the dot keeps it apart from every C symbol. */
export const graphSymbol = (graph: string): string => `rts.${graph}`;
