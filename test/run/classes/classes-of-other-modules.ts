'use mixmod';
import { Item, ItemList as List } from './lib/items.ts';
import * as items from './lib/items.ts';
import type { Counted } from './lib/items.ts';
class Item2 extends Item {
  override weight(): number { return super.weight() * 2; }
}
class Local extends items.Item {
  local = 5;
}
function total(list: Counted): number { return list.count * 100 + list.weight(); }
export function weigh(): number {
  const list = new List();
  list.add(new Item(1)).add(new Item2(2)).add(new Local(4)).add(new items.Item(8));
  return total(list);
}
export function shared(): number { return Item.made; }
// weigh() → 417
// shared() → 4
