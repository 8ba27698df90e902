'use mixmod';
// A sorted map: a red-black tree (Cormen, Leiserson, Rivest, Stein: Introduction to Algorithms, chapter 13).

export interface Comparable<T> {
  /** Less than, equal to or greater than 0. */
  compareTo(other: T): number;
}

class TreeNode<K, V> {
  readonly key: K;
  value: V;
  parent: TreeNode<K, V> | null;
  left: TreeNode<K, V> | null = null;
  right: TreeNode<K, V> | null = null;
  isRed = true;

  constructor(key: K, value: V, parent: TreeNode<K, V> | null) {
    this.key = key;
    this.value = value;
    this.parent = parent;
  }

  /** The node with the next key. */
  successor(): TreeNode<K, V> | null {
    const right = this.right;
    if (right !== null) return minimum(right);
    let node: TreeNode<K, V> = this;
    let parent = this.parent;
    while (parent !== null && node === parent.right) {
      node = parent;
      parent = node.parent;
    }
    return parent;
  }
}

function minimum<K, V>(root: TreeNode<K, V>): TreeNode<K, V> {
  let node = root;
  let left = node.left;
  while (left !== null) {
    node = left;
    left = node.left;
  }
  return node;
}

function isRed<K, V>(node: TreeNode<K, V> | null): boolean {
  return node !== null && node.isRed;
}

export class RedBlackTree<K extends Comparable<K>, V> {
  private root: TreeNode<K, V> | null = null;

  get(key: K): V | null {
    const node = this.find(key);
    return node === null ? null : node.value;
  }

  /** The value that the key had before. */
  put(key: K, value: V): V | null {
    let parent: TreeNode<K, V> | null = null;
    let isLeft = false;
    let node = this.root;
    while (node !== null) {
      const order = key.compareTo(node.key);
      if (order === 0) {
        const old = node.value;
        node.value = value;
        return old;
      }
      parent = node;
      isLeft = order < 0;
      node = isLeft ? node.left : node.right;
    }
    const added = new TreeNode<K, V>(key, value, parent);
    if (parent === null) this.root = added;
    else if (isLeft) parent.left = added;
    else parent.right = added;
    this.fixAfterPut(added);
    return null;
  }

  /** The value that the key had. */
  remove(key: K): V | null {
    const removed = this.find(key);
    if (removed === null) return null;
    // A node with two children is replaced by its successor, which has one at most.
    const next = removed.left !== null && removed.right !== null ? removed.successor() : null;
    const unlinked = next === null ? removed : next;
    const left = unlinked.left;
    const child = left === null ? unlinked.right : left;
    const parent = unlinked.parent;
    if (child !== null) child.parent = parent;
    this.replaceChild(parent, unlinked, child);
    if (!unlinked.isRed) this.fixAfterRemove(child, parent);
    if (unlinked !== removed) this.takePlace(unlinked, removed);
    return removed.value;
  }

  forEach(action: (key: K, value: V) => void): void {
    const root = this.root;
    if (root === null) return;
    let node: TreeNode<K, V> | null = minimum(root);
    while (node !== null) {
      action(node.key, node.value);
      node = node.successor();
    }
  }

  private find(key: K): TreeNode<K, V> | null {
    let node = this.root;
    while (node !== null) {
      const order = key.compareTo(node.key);
      if (order === 0) return node;
      node = order < 0 ? node.left : node.right;
    }
    return null;
  }

  /** In `parent`, or at the root. */
  private replaceChild(
    parent: TreeNode<K, V> | null,
    old: TreeNode<K, V>,
    child: TreeNode<K, V> | null,
  ): void {
    if (parent === null) this.root = child;
    else if (parent.left === old) parent.left = child;
    else parent.right = child;
  }

  /** Puts a node where another one is. */
  private takePlace(node: TreeNode<K, V>, other: TreeNode<K, V>): void {
    const parent = other.parent;
    const left = other.left;
    const right = other.right;
    node.parent = parent;
    node.left = left;
    node.right = right;
    node.isRed = other.isRed;
    if (left !== null) left.parent = node;
    if (right !== null) right.parent = node;
    this.replaceChild(parent, other, node);
  }

  private fixAfterPut(added: TreeNode<K, V>): void {
    let node = added;
    let parent = node.parent;
    while (parent !== null && parent.isRed) {
      const grandparent: TreeNode<K, V> | null = parent.parent;
      if (grandparent === null) break;
      const isLeft = parent === grandparent.left;
      const uncle = isLeft ? grandparent.right : grandparent.left;
      if (uncle !== null && uncle.isRed) {
        parent.isRed = false;
        uncle.isRed = false;
        grandparent.isRed = true;
        node = grandparent;
        parent = node.parent;
        continue;
      }
      if (node === (isLeft ? parent.right : parent.left)) {
        this.rotate(parent, isLeft);
        const lower = parent;
        parent = node;
        node = lower;
      }
      parent.isRed = false;
      grandparent.isRed = true;
      this.rotate(grandparent, !isLeft);
    }
    const root = this.root;
    if (root !== null) root.isRed = false;
  }

  /** `child` counts as black twice, and may be null. */
  private fixAfterRemove(child: TreeNode<K, V> | null, childParent: TreeNode<K, V> | null): void {
    let node = child;
    let parent = childParent;
    while (parent !== null && !isRed(node)) {
      const isLeft = node === parent.left;
      let sibling = this.siblingOf(parent, isLeft);
      if (sibling.isRed) {
        sibling.isRed = false;
        parent.isRed = true;
        this.rotate(parent, isLeft);
        sibling = this.siblingOf(parent, isLeft);
      }
      let near = isLeft ? sibling.left : sibling.right;
      let far = isLeft ? sibling.right : sibling.left;
      if (!isRed(near) && !isRed(far)) {
        sibling.isRed = true;
        node = parent;
        parent = node.parent;
        continue;
      }
      if (near !== null && !isRed(far)) {
        near.isRed = false;
        sibling.isRed = true;
        this.rotate(sibling, !isLeft);
        far = sibling;
        sibling = near;
      }
      sibling.isRed = parent.isRed;
      parent.isRed = false;
      if (far !== null) far.isRed = false;
      this.rotate(parent, isLeft);
      node = this.root;
      parent = null;
    }
    if (node !== null) node.isRed = false;
  }

  /** There is one: a black node's sibling has as many black nodes below it. */
  private siblingOf(parent: TreeNode<K, V>, isLeft: boolean): TreeNode<K, V> {
    const sibling = isLeft ? parent.right : parent.left;
    if (sibling === null) throw new Error('the tree is out of balance');
    return sibling;
  }

  /** One child takes the place of its parent, which becomes its other child: to the left or to the right. */
  private rotate(node: TreeNode<K, V>, toLeft: boolean): void {
    const child = toLeft ? node.right : node.left;
    if (child === null) throw new Error('there is no child to rotate');
    const middle = toLeft ? child.left : child.right;
    const parent = node.parent;
    if (toLeft) {
      node.right = middle;
      child.left = node;
    } else {
      node.left = middle;
      child.right = node;
    }
    if (middle !== null) middle.parent = node;
    child.parent = parent;
    node.parent = child;
    this.replaceChild(parent, node, child);
  }
}
