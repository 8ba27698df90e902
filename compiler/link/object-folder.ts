// Where objects lie as files while they are linked, and linked again: each is written once.
import type { Host } from '../host.ts';

export class ObjectFolder {
  readonly #host: Host;
  #path: string | null = null;
  #paths = new Map<Uint8Array, string>();
  #count = 0;

  constructor(host: Host) {
    this.#host = host;
  }

  /** Made when it is first asked for. Throws CannotWrite. */
  get path(): string {
    return (this.#path ??= this.#host.makeTemporary());
  }

  /** Paths of the objects, in their order. Files of objects that are not among them are removed. */
  hold(objects: readonly Uint8Array[]): readonly string[] {
    const before = this.#paths;
    this.#paths = new Map(objects.map((bytes) => [bytes, before.get(bytes) ?? this.#write(bytes)]));
    for (const [bytes, path] of before) if (!this.#paths.has(bytes)) this.#host.remove(path);
    return objects.map((bytes) => this.#paths.get(bytes) ?? '');
  }

  #write(bytes: Uint8Array): string {
    const path = this.#host.resolve(this.path, `${this.#count++}.o`);
    this.#host.writeTemporary(path, bytes);
    return path;
  }

  close(): void {
    if (this.#path !== null) this.#host.remove(this.#path);
    this.#path = null;
    this.#paths = new Map();
  }
}
