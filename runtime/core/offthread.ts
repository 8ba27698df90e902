// What a function that runs off the thread of JavaScript may ask (runtime/prelude/jobs.ll).
import { type f64, lltype, rffi } from 'mixmod';

const job_aborted = rffi.llexternal('mm.job.aborted', [], lltype.Bool);
const job_progress = rffi.llexternal('mm.job.progress', [rffi.DOUBLE], rffi.VOID);

export function offthread_aborted(): boolean {
  return job_aborted();
}

export function offthread_progress(value: f64): void {
  job_progress(value);
}
