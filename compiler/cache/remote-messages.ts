// What a build's thread and the thread that speaks with the remote cache say to each other.
import type { MessagePort } from 'node:worker_threads';
import type { RemoteSettings } from './remote-settings.ts';

export type Kind = 'ac' | 'cas';

/** What the thread is started with. */
export interface RemoteThreadData {
  readonly settings: RemoteSettings;
  /** Answers go there. */
  readonly port: MessagePort;
  /** Is increased and notified with each answer: the build's thread waits on it. */
  readonly signal: Int32Array;
}

/** Several at once. */
export interface Download {
  readonly what: 'download';
  readonly wanted: readonly {
    readonly kind: Kind;
    readonly name: string;
    readonly limit: number;
  }[];
}

/** All but the last one come first, in any order. */
export interface Upload {
  readonly what: 'upload';
  readonly files: readonly {
    readonly kind: Kind;
    readonly name: string;
    readonly bytes: Uint8Array;
  }[];
}

/** In the order of what was wanted: null where the remote cache has nothing; or why it cannot be used any more. */
export type Downloaded =
  { readonly bodies: readonly (Uint8Array | null)[] } | { readonly problem: string };

/** null: it went well. */
export interface Uploaded {
  readonly problem: string | null;
}
