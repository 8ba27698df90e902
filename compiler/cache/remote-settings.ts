// The command line, the environment and package.json → which remote cache a build uses, and how.
import { dirname } from 'node:path';
import type { Host } from '../host.ts';

export interface RemoteSettings {
  /** http: or https:, ends with a slash; without credentials. */
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  /** False: nothing is sent there. */
  readonly upload: boolean;
  /** How long one request may take from its beginning to the end of the answer, in milliseconds. */
  readonly timeout: number;
}

export interface WrongSettings {
  /** What is wrong, for the user, and what is wanted. */
  readonly problem: string;
}

type Environment = Readonly<Record<string, string | undefined>>;

const DEFAULT_TIMEOUT_SECONDS = 10;

/** `option`: of the command line, before the environment, before package.json; '' anywhere: none. */
export function remoteSettings(
  option: string | undefined,
  environment: Environment,
  host: Host,
): RemoteSettings | WrongSettings | null {
  const named = option ?? environment['MIXMOD_REMOTE_CACHE'] ?? fromPackage(host);
  if (!named) return null;
  const url = parseUrl(named);
  if (!url) {
    const problem = `the remote cache '${withoutCredentials(named)}' is no URL that begins with http:// or https://`;
    return { problem };
  }
  const headers = headersOf(url, environment['MIXMOD_REMOTE_CACHE_HEADER']);
  if ('problem' in headers) return headers;
  const timeout = timeoutOf(environment['MIXMOD_REMOTE_CACHE_TIMEOUT']);
  if (typeof timeout !== 'number') return timeout;
  [url.username, url.password, url.hash, url.search] = ['', '', '', ''];
  const upload = environment['MIXMOD_REMOTE_CACHE_UPLOAD'] !== '0';
  return { url: url.href.replace(/\/*$/, '/'), headers: headers.all, upload, timeout };
}

function parseUrl(text: string): URL | null {
  if (!/^https?:\/\//i.test(text) || !URL.canParse(text)) return null;
  return new URL(text);
}

const withoutCredentials = (text: string): string => text.replace(/\/\/[^/@]*@/, '//…@');

function headersOf(
  url: URL,
  header: string | undefined,
): { readonly all: Record<string, string> } | WrongSettings {
  const all: Record<string, string> = {};
  if (url.username !== '') {
    const pair = `${decodeURIComponent(url.username)}:${decodeURIComponent(url.password)}`;
    all['authorization'] = `Basic ${Buffer.from(pair).toString('base64')}`;
  }
  if (!header) return { all };
  const [, name, value] = /^([\w-]+):\s*([\x20-\x7e\t]+)$/.exec(header.trim()) ?? [];
  if (name === undefined || value === undefined)
    return { problem: 'MIXMOD_REMOTE_CACHE_HEADER is not of the form NAME: VALUE' };
  return { all: { ...all, [name.toLowerCase()]: value } };
}

function timeoutOf(text: string | undefined): number | WrongSettings {
  const seconds = text ? Number(text) : DEFAULT_TIMEOUT_SECONDS;
  if (seconds > 0 && seconds <= 3600) return seconds * 1000;
  return {
    problem: `MIXMOD_REMOTE_CACHE_TIMEOUT is '${text}', not a number of seconds up to 3600`,
  };
}

/** `"mixmod": { "remoteCache": … }` in the nearest package.json at or above the working folder. */
function fromPackage(host: Host): string | undefined {
  for (let at = host.resolve('.'); ; at = dirname(at)) {
    const text = host.readText(host.resolve(at, 'package.json'));
    if (text !== undefined) return remoteCacheIn(text);
    if (dirname(at) === at) return undefined;
  }
}

function remoteCacheIn(text: string): string | undefined {
  try {
    const { mixmod } = JSON.parse(text) as { mixmod?: { remoteCache?: unknown } };
    return typeof mixmod?.remoteCache === 'string' ? mixmod.remoteCache : undefined;
  } catch {
    return undefined;
  }
}
