// A process that compiles modules for a large build (`workers.ts`): it opens the program once, and makes of it what it is asked for.
import { openProgram, type OpenProgram } from '../check/check-part.ts';
import { nodeHost } from '../host.ts';
import { PartMaker } from './make-part.ts';
import { PartKeys } from './part-keys.ts';
import { encodePart } from './part-outputs.ts';
import type { PartRequest, PartAnswer } from './workers.ts';

interface Opened {
  readonly open: OpenProgram;
  readonly keys: PartKeys;
  readonly maker: PartMaker;
}

let opened: Opened | undefined;

function openFor({ entry, options, identity, isCached }: PartRequest): Opened | undefined {
  const open = openProgram(entry, nodeHost, undefined, options.target);
  return (
    open && {
      open,
      keys: new PartKeys(open, options, identity),
      maker: new PartMaker(open, options, isCached),
    }
  );
}

async function answerTo(request: PartRequest): Promise<PartAnswer> {
  opened ??= openFor(request);
  const file = opened?.open.program.getSourceFile(request.file);
  // The file is another by now, or one that it depends on.
  if (!opened || !file || opened.keys.of(file) !== request.key) return { made: null };
  const { kept, ...made } = await opened.maker.start(file);
  return { made: { ...made, outputs: kept && encodePart(kept) } };
}

process.on('disconnect', () => process.exit());
process.on('message', (request: PartRequest & { readonly id: number }) => {
  const answered = answerTo(request);
  // An error of ours ends the process, and says so; whoever has asked compiles the module itself.
  void answered.then((answer) => process.send?.({ ...answer, id: request.id }));
});
