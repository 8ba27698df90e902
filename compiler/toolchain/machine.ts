// ELF's number of a machine → whether this process runs what is compiled for it.

const MACHINES: Readonly<Record<string, number>> = {
  ia32: 3,
  ppc64: 21,
  s390x: 22,
  arm: 40,
  x64: 62,
  arm64: 183,
  riscv64: 243,
  loong64: 258,
};

export const runsHere = (machine: number): boolean => MACHINES[process.arch] === machine;
