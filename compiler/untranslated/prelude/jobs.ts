// Prelude: calls of `offthread` functions. There is one thread only, so a job runs when the code that has begun it has come to its end.
export const JOBS = {
  /** The one that runs. */
  job: `let $job = null;`,
  jobAborted: `function $jobAborted() {
  return $job !== null && $job.isAborted;
}`,
  jobProgress: `function $jobProgress(value) {
  const job = $job;
  if (job?.onNews === undefined) return;
  job.restoreWords();
  job.onNews(value);
  // What has been called may have set others.
  job.setWords();
}`,
  /** What the glue begins jobs with. `lists`: of views, by kind. */
  jobStarter: `function $jobStarter(functions, lists, setWords) {
  const { setTimeout } = globalThis;
  return (position, slot, words, onEnd, restoreWords, text = '', buffers = [], shape = new Float64Array(0), onNews) => {
    const job = { isAborted: false, onNews, restoreWords };
    const views = [];
    for (let i = 0; i < shape.length; i += 4) {
      const [kind, place, offset, length] = shape.subarray(i, i + 4);
      views.push([lists[kind], lists[kind].make(buffers[place], offset, length)]);
    }
    setTimeout(() => onEnd(slot, ...$runJob(job, functions[position], lists, setWords, views, words, text)), 0);
    return job;
  };
}`,
  runJob: `function $runJob(job, { packed, again }, lists, setWords, views, words, text) {
  if (job.isAborted) return [0];
  $job = job;
  job.setWords = () => setWords(words);
  try {
    for (const [list, view] of views) list.put(view);
    job.setWords();
    let given = packed(0, text);
    if (words[0] > words.length) {
      words = new Float64Array(words[0]);
      job.setWords();
      given = again(0);
    }
    const results = lists.map(({ put, get }) => Array.from({ length: put(null) }, (_, index) => get(index)));
    return [1, words, given, results];
  } catch (error) {
    return [2, error];
  } finally {
    $job = null;
    for (const { cut } of lists) cut(0);
    job.restoreWords();
  }
}`,
  abortJob: `function $abortJob(job) {
  job.isAborted = true;
}`,
};
