// From the command line, the environment and package.json to the settings of a remote cache.
import { expect, test } from 'vitest';
import { remoteSettings } from '../../compiler/cache/remote-settings.ts';
import { nodeHost, type Host } from '../../compiler/host.ts';

const withPackage = (text: string | undefined): Host => ({ ...nodeHost, readText: () => text });
const none = withPackage(undefined);
const settings = (option: string | undefined, environment = {}, host = none): unknown =>
  remoteSettings(option, environment, host);

test('where it is named', () => {
  const [a, b, c] = ['http://a/', 'http://b/', 'http://c/'];
  const MIXMOD_REMOTE_CACHE = b;
  const host = withPackage(JSON.stringify({ mixmod: { remoteCache: c } }));
  expect(settings(a, { MIXMOD_REMOTE_CACHE }, host)).toMatchObject({ url: a });
  expect(settings(undefined, { MIXMOD_REMOTE_CACHE }, host)).toMatchObject({ url: b });
  expect(settings(undefined, {}, host)).toMatchObject({ url: c });
  expect(settings('', { MIXMOD_REMOTE_CACHE }, host)).toBeNull();
  expect(settings(undefined, { MIXMOD_REMOTE_CACHE: '' }, host)).toBeNull();
  for (const text of [undefined, '{', '{}', 'null', '{"mixmod":{"remoteCache":1}}'])
    expect(settings(undefined, {}, withPackage(text))).toBeNull();
});

test('the rest', () => {
  expect(settings('https://cache.example/a')).toEqual({
    url: 'https://cache.example/a/',
    headers: {},
    upload: true,
    timeout: 10_000,
  });
  const environment = {
    MIXMOD_REMOTE_CACHE_UPLOAD: '0',
    MIXMOD_REMOTE_CACHE_TIMEOUT: '0.5',
    MIXMOD_REMOTE_CACHE_HEADER: 'Authorization: Bearer x y',
  };
  expect(settings('http://ann:pw@h/?q#f', environment)).toEqual({
    url: 'http://h/',
    headers: { authorization: 'Bearer x y' },
    upload: false,
    timeout: 500,
  });
});

test('what is wrong is said, without the password', () => {
  const problem = (option: string, environment = {}): string =>
    (settings(option, environment) as { problem: string }).problem;
  for (const url of ['ftp://ann:s3cret@h/', 'grpc://h', 'h:8080', '/tmp/cache', 'http://']) {
    expect(problem(url), url).toMatch(/is no URL that begins with http:\/\/ or https:\/\/$/);
    expect(problem(url)).not.toContain('s3cret');
  }
  for (const header of ['no colon', 'a b: c', 'a: b\r\nc: d', ': x'])
    expect(problem('http://h', { MIXMOD_REMOTE_CACHE_HEADER: header })).toMatch(/NAME: VALUE/);
  for (const time of ['x', '-1', '0', 'Infinity', '4000'])
    expect(problem('http://h', { MIXMOD_REMOTE_CACHE_TIMEOUT: time })).toMatch(/number of seconds/);
});
