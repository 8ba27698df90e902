'use mixmod';
export class Item {
  static made = 0;
  next: Item | null = null;
  readonly grams: number;
  constructor(grams: number) { this.grams = grams; Item.made++; }
  weight(): number { return this.grams; }
}
export abstract class Counted {
  count = 0;
  abstract weight(): number;
}
export class ItemList extends Counted {
  private first: Item | null = null;
  add(item: Item): this {
    item.next = this.first;
    this.first = item;
    this.count++;
    return this;
  }
  weight(): number {
    let sum = 0;
    for (let at = this.first; at !== null; at = at.next) sum += at.weight();
    return sum;
  }
}
