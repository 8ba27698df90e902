'use mixmod';
interface Prices {
  [name: string]: number;
}
// error RTS1125: the shape of the interface Prices is not known when the module is built
function total(prices: Prices): number {
  return prices['bread'] + prices['milk'];
}
export function f(): number {
  return total({ bread: 2, milk: 1 });
}
