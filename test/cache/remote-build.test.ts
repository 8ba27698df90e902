// `mixmod build` with a remote cache: two machines in two folders, with a good one, a bad one, TLS, and nginx.
import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { keyOf } from '../../compiler/cache/digest.ts';
import type * as Open from '../../compiler/cache/open.ts';
import { nodeHost } from '../../compiler/host.ts';
import { sourceSnapshot } from '../harness/source-snapshot.ts';
import { ADD, Workspace, type Outcome } from '../cli/command.ts';
import { startServer, type RemoteServer } from './remote-server.ts';

// The thread is a file that Node runs: of the sources as JavaScript.
const { openCache } = (await import(
  join(sourceSnapshot(), 'dist/compiler/cache/open.js')
)) as typeof Open;

const NGINX = process.env['MIXMOD_NGINX'] ?? 'nginx';
const has = (program: string, argument: string): boolean =>
  spawnSync(program, [argument]).status === 0;

let server: RemoteServer;
let secrets = '';
beforeAll(async () => {
  server = await startServer();
  secrets = mkdtempSync(join(tmpdir(), 'mixmod-tls-'));
});
const stops: (() => void)[] = [];
afterEach(() => {
  for (const stop of stops.splice(0)) stop();
});
afterAll(() => {
  server.stop();
  rmSync(secrets, { recursive: true });
});

function machine(): Workspace {
  const space = new Workspace({ 'src/add.ts': ADD });
  stops.push(() => space.remove());
  return space;
}

interface Built extends Outcome {
  readonly outcome: string;
}

function build(space: Workspace, url: string, environment: Record<string, string> = {}): Built {
  const args = ['build', 'src/add.ts', '--out', 'out', '--remote-cache', url, '--json'];
  const result = space.mixmod(args, { environment });
  return { ...result, outcome: (JSON.parse(result.stdout) as Built).outcome };
}

const filesOf = (space: Workspace): readonly Buffer[] =>
  ['add.node', 'add.js', 'add.d.ts'].map((name) => readFileSync(space.path('out', name)));

/** The second machine takes what the first has made. */
function expectShared(url: string, environment: Record<string, string> = {}): void {
  const [first, second] = [machine(), machine()];
  expect(build(first, url, environment)).toMatchObject({ outcome: 'compiled', stderr: '' });
  expect(build(second, url, environment)).toMatchObject({ outcome: 'restored', stderr: '' });
  expect(filesOf(second)).toEqual(filesOf(first));
  expect(build(second, url, environment)).toMatchObject({ outcome: 'unchanged', stderr: '' });
}

test('the second machine compiles nothing, and both only ask when they have nothing themselves', async () => {
  await server.log();
  expectShared(`${server.address}/strict/shared`);
  const asked = await server.log();
  // Three outputs and their record, the list of inputs and its record: sent, and got. Before, the record of the list was
  // looked for, and again when there was one to add to.
  expect(asked.filter((line) => line.startsWith('PUT'))).toHaveLength(6);
  expect(asked.filter((line) => line.startsWith('GET'))).toHaveLength(2 + 6);
});

test('a cache that hangs costs one wait and one line', () => {
  const space = machine();
  const url = `${server.address}/hangs/x`;
  const { outcome, status, stderr } = build(space, url, { MIXMOD_REMOTE_CACHE_TIMEOUT: '0.5' });
  expect([outcome, status]).toEqual(['compiled', 0]);
  expect(stderr).toMatch(/^mixmod: warning: the remote cache http:.* took longer .*\n$/);
});

test('a cache that takes nothing does not keep the outputs back', () => {
  const space = machine();
  const url = `${server.address}/hangs%20at%20uploads/x`;
  const { outcome, status, stderr } = build(space, url, { MIXMOD_REMOTE_CACHE_TIMEOUT: '0.5' });
  expect([outcome, status]).toEqual(['compiled', 0]);
  expect(stderr).toMatch(/^mixmod: warning: .* did not take the outputs: .*\n$/);
  expect(filesOf(space)).toHaveLength(3);
});

test('settings that mean nothing', () => {
  const space = machine();
  const build = ['build', 'src/add.ts', '--remote-cache', 'ftp://x'];
  expect(space.mixmod(build)).toEqual({
    status: 2,
    stdout: '',
    stderr:
      "mixmod build: the remote cache 'ftp://x' is no URL that begins with http:// or https://\n",
  });
});

test.skipIf(!has('openssl', 'version'))('TLS: only who is known is spoken with', async () => {
  const paths = { key: join(secrets, 'key.pem'), cert: join(secrets, 'cert.pem') };
  const subject = ['-subj', '/CN=localhost', '-addext', 'subjectAltName=DNS:localhost'];
  const files = ['-keyout', paths.key, '-out', paths.cert];
  const made = spawnSync('openssl', [
    'req',
    '-x509',
    '-newkey',
    'rsa:2048',
    '-nodes',
    ...subject,
    ...files,
  ]);
  expect(made.status).toBe(0);
  const secure = await startServer(secrets);
  stops.push(() => secure.stop());
  expect(secure.address).toMatch(/^https:/);
  expectShared(`${secure.address}/strict/tls`, { NODE_EXTRA_CA_CERTS: paths.cert });
  const warnings: string[] = [];
  const settings = {
    url: `${secure.address}/strict/tls/`,
    headers: {},
    upload: true,
    timeout: 5000,
  };
  const places = { folder: secrets, remote: settings, warn: (text: string) => warnings.push(text) };
  expect(openCache(places, nodeHost).actions.get(keyOf('anything'))).toBeUndefined();
  expect(warnings).toEqual([expect.stringMatching(/cannot be used: self-signed certificate; .*/)]);
});

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const address = probe.address();
  probe.close();
  return typeof address === 'object' && address ? address.port : 0;
}

async function startNginx(folder: string): Promise<string> {
  const port = await freePort();
  for (const name of ['files/ac', 'files/cas', 'tmp'])
    mkdirSync(join(folder, name), { recursive: true });
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'];
  writeFileSync(
    join(folder, 'nginx.conf'),
    `daemon off; master_process off; pid ${folder}/pid; error_log ${folder}/error.log;
events {}
http {
  access_log off; ${temporary.map((name) => `${name}_temp_path ${folder}/tmp;`).join(' ')}
  client_max_body_size 1g;
  server {
    listen 127.0.0.1:${port};
    root ${folder}/files;
    dav_methods PUT;
    create_full_put_path on;
  }
}
`,
  );
  const nginx: ChildProcess = spawn(NGINX, ['-c', join(folder, 'nginx.conf'), '-p', folder], {
    stdio: 'ignore',
  });
  stops.push(() => void nginx.kill());
  const url = `http://127.0.0.1:${port}/`;
  for (let round = 0; round < 100; round++) {
    if (
      await fetch(url).then(
        () => true,
        () => false,
      )
    )
      return url;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error('nginx does not answer');
}

test.skipIf(!has(NGINX, '-v'))('nginx with WebDAV', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'mixmod-nginx-'));
  stops.push(() => rmSync(folder, { recursive: true, force: true }));
  expectShared(await startNginx(folder));
});
