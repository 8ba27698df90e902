// `mixmod explain` and `mixmod doctor`.
import { afterAll, expect, test } from 'vitest';
import { E } from '../../compiler/diagnostics/codes.ts';
import { Workspace } from './command.ts';

const space = new Workspace({});
afterAll(() => space.remove());

test('one code, however it is written', () => {
  const { status, stdout, stderr } = space.mixmod(['explain', 'RTS1002']);
  expect([status, stderr]).toEqual([0, '']);
  expect(stdout).toMatch(/^# RTS1002: the type any\n/);
  expect(space.mixmod(['explain', 'rts1002']).stdout).toBe(stdout);
  expect(space.mixmod(['explain', '1002']).stdout).toBe(stdout);
});

test('all codes, each with its title', () => {
  const { status, stdout } = space.mixmod(['explain']);
  expect(status).toBe(0);
  const lines = stdout.trimEnd().split('\n');
  expect(lines).toHaveLength(Object.keys(E).length);
  expect(lines.filter((line) => !/^RTS\d{4} {2}\S/.test(line))).toEqual([]);
});

test('JSON', () => {
  expect(JSON.parse(space.mixmod(['explain', '--json']).stdout)).toContainEqual({
    code: 'RTS1002',
    title: 'the type any',
  });
  const one = JSON.parse(space.mixmod(['explain', '--json', 'RTS1002']).stdout) as object;
  expect(one).toMatchObject({ code: 'RTS1002' });
});

test.each(['RTS9999', 'nonsense', '../RTS1002'])('%s is unknown', (code) => {
  expect(space.mixmod(['explain', code])).toEqual({
    status: 1,
    stdout: '',
    stderr: `mixmod explain: there is no diagnostic ${code}; \`mixmod explain\` lists all.\n`,
  });
});

test('doctor names every tool', () => {
  const { status, stdout } = space.mixmod(['doctor']);
  expect(status).toBe(0);
  for (const tool of ['opt', 'llc', 'ld', 'cc', 'llvm-bindings'])
    expect(stdout).toMatch(new RegExp(`^ok {6} ${tool} `, 'm'));
});

test('doctor with a missing tool says how to get it', () => {
  const environment = { MIXMOD_LLC: '/nowhere/llc' };
  const { status, stdout } = space.mixmod(['doctor'], { environment });
  expect(status).toBe(3);
  expect(stdout).toMatch(
    /^missing {2}llc +MIXMOD_LLC is \/nowhere\/llc; install: apt-get install llvm-14$/m,
  );
  const json = space.mixmod(['doctor', '--json'], { environment });
  expect(json.status).toBe(3);
  expect(JSON.parse(json.stdout)).toContainEqual({
    name: 'llc',
    required: true,
    found: false,
    detail: 'MIXMOD_LLC is /nowhere/llc',
    install: 'apt-get install llvm-14',
  });
});

test('doctor without the C compiler, which only some programs need', () => {
  const { status, stdout } = space.mixmod(['doctor'], {
    environment: { MIXMOD_CC: '/nowhere/cc' },
  });
  expect(status).toBe(0);
  expect(stdout).toMatch(/^no {6} cc /m);
});
