'use mixmod';
// LLVM's C interface: what is needed to make an object of a module. Its headers check these declarations when this is built.
import { lltype, rffi } from 'mixmod';

const info = rffi.ExternalCompilationInfo({
  includes: [
    'llvm-c/BitReader.h',
    'llvm-c/Core.h',
    'llvm-c/Error.h',
    'llvm-c/Target.h',
    'llvm-c/TargetMachine.h',
    'llvm-c/Transforms/PassBuilder.h',
  ],
  include_dirs: ['/usr/lib/llvm-14/include'],
  library_dirs: ['/usr/lib/llvm-14/lib'],
  libraries: ['LLVM-14'],
});
const call = { compilation_info: info, random_effects_on_gcobjs: false } as const;

const CONTEXT = rffi.COpaquePtr('struct LLVMOpaqueContext');
const BUFFER = rffi.COpaquePtr('struct LLVMOpaqueMemoryBuffer');
const MODULE = rffi.COpaquePtr('struct LLVMOpaqueModule');
const VALUE = rffi.COpaquePtr('struct LLVMOpaqueValue');
const TARGET = rffi.COpaquePtr('struct LLVMTarget');
const MACHINE = rffi.COpaquePtr('struct LLVMOpaqueTargetMachine');
const PASS_OPTIONS = rffi.COpaquePtr('struct LLVMOpaquePassBuilderOptions');
const ERROR = rffi.COpaquePtr('struct LLVMOpaqueError');
const BOOL = rffi.INT;
export type Module = lltype.Value<typeof MODULE>;
export type Machine = lltype.Value<typeof MACHINE>;

/** `LLVMRelocPIC`. */
export const RELOCATION_PIC = 2;
/** `LLVMCodeModelDefault`. */
export const CODE_MODEL_DEFAULT = 0;
/** `LLVMObjectFile`. */
export const OBJECT_FILE = 1;

export const LLVMInitializeX86TargetInfo = rffi.llexternal(
  'LLVMInitializeX86TargetInfo',
  [],
  rffi.VOID,
  call,
);
export const LLVMInitializeX86Target = rffi.llexternal(
  'LLVMInitializeX86Target',
  [],
  rffi.VOID,
  call,
);
export const LLVMInitializeX86TargetMC = rffi.llexternal(
  'LLVMInitializeX86TargetMC',
  [],
  rffi.VOID,
  call,
);
export const LLVMInitializeX86AsmPrinter = rffi.llexternal(
  'LLVMInitializeX86AsmPrinter',
  [],
  rffi.VOID,
  call,
);
export const LLVMInitializeX86AsmParser = rffi.llexternal(
  'LLVMInitializeX86AsmParser',
  [],
  rffi.VOID,
  call,
);
export const LLVMInitializeAArch64TargetInfo = rffi.llexternal(
  'LLVMInitializeAArch64TargetInfo',
  [],
  rffi.VOID,
  call,
);
export const LLVMInitializeAArch64Target = rffi.llexternal(
  'LLVMInitializeAArch64Target',
  [],
  rffi.VOID,
  call,
);
export const LLVMInitializeAArch64TargetMC = rffi.llexternal(
  'LLVMInitializeAArch64TargetMC',
  [],
  rffi.VOID,
  call,
);
export const LLVMInitializeAArch64AsmPrinter = rffi.llexternal(
  'LLVMInitializeAArch64AsmPrinter',
  [],
  rffi.VOID,
  call,
);
export const LLVMInitializeAArch64AsmParser = rffi.llexternal(
  'LLVMInitializeAArch64AsmParser',
  [],
  rffi.VOID,
  call,
);

export const LLVMDisposeMessage = rffi.llexternal(
  'LLVMDisposeMessage',
  [rffi.CCHARP],
  rffi.VOID,
  call,
);
export const LLVMGetErrorMessage = rffi.llexternal(
  'LLVMGetErrorMessage',
  [ERROR],
  rffi.CCHARP,
  call,
);
export const LLVMDisposeErrorMessage = rffi.llexternal(
  'LLVMDisposeErrorMessage',
  [rffi.CCHARP],
  rffi.VOID,
  call,
);

export const LLVMContextCreate = rffi.llexternal('LLVMContextCreate', [], CONTEXT, call);
export const LLVMContextDispose = rffi.llexternal('LLVMContextDispose', [CONTEXT], rffi.VOID, call);
export const LLVMCreateMemoryBufferWithMemoryRange = rffi.llexternal(
  'LLVMCreateMemoryBufferWithMemoryRange',
  [rffi.CCHARP, rffi.SIZE_T, rffi.CCHARP, BOOL],
  BUFFER,
  call,
);
export const LLVMGetBufferStart = rffi.llexternal(
  'LLVMGetBufferStart',
  [BUFFER],
  rffi.CCHARP,
  call,
);
export const LLVMGetBufferSize = rffi.llexternal('LLVMGetBufferSize', [BUFFER], rffi.SIZE_T, call);
export const LLVMDisposeMemoryBuffer = rffi.llexternal(
  'LLVMDisposeMemoryBuffer',
  [BUFFER],
  rffi.VOID,
  call,
);

/** `T **`: where a function writes what it gives beside its result. */
export const MODULE_OUT = rffi.CArray(MODULE);
export const TARGET_OUT = rffi.CArray(TARGET);
export const BUFFER_OUT = rffi.CArray(BUFFER);
export const MESSAGE_OUT = rffi.CArray(rffi.CCHARP);

/** Nonzero after an error, whose message the caller frees. The buffer stays the caller's. */
export const LLVMParseBitcodeInContext = rffi.llexternal(
  'LLVMParseBitcodeInContext',
  [CONTEXT, BUFFER, lltype.Ptr(MODULE_OUT), lltype.Ptr(MESSAGE_OUT)],
  BOOL,
  call,
);
export const LLVMDisposeModule = rffi.llexternal('LLVMDisposeModule', [MODULE], rffi.VOID, call);
export const LLVMGetTarget = rffi.llexternal('LLVMGetTarget', [MODULE], rffi.CCHARP, call);
export const LLVMGetFirstFunction = rffi.llexternal('LLVMGetFirstFunction', [MODULE], VALUE, call);
export const LLVMGetNextFunction = rffi.llexternal('LLVMGetNextFunction', [VALUE], VALUE, call);
export const LLVMAddTargetDependentFunctionAttr = rffi.llexternal(
  'LLVMAddTargetDependentFunctionAttr',
  [VALUE, rffi.CCHARP, rffi.CCHARP],
  rffi.VOID,
  call,
);

export const LLVMGetTargetFromTriple = rffi.llexternal(
  'LLVMGetTargetFromTriple',
  [rffi.CCHARP, lltype.Ptr(TARGET_OUT), lltype.Ptr(MESSAGE_OUT)],
  BOOL,
  call,
);
export const LLVMCreateTargetMachine = rffi.llexternal(
  'LLVMCreateTargetMachine',
  [TARGET, rffi.CCHARP, rffi.CCHARP, rffi.CCHARP, rffi.UINT, rffi.UINT, rffi.UINT],
  MACHINE,
  call,
);
export const LLVMDisposeTargetMachine = rffi.llexternal(
  'LLVMDisposeTargetMachine',
  [MACHINE],
  rffi.VOID,
  call,
);
export const LLVMGetHostCPUName = rffi.llexternal('LLVMGetHostCPUName', [], rffi.CCHARP, call);
export const LLVMGetHostCPUFeatures = rffi.llexternal(
  'LLVMGetHostCPUFeatures',
  [],
  rffi.CCHARP,
  call,
);

export const LLVMCreatePassBuilderOptions = rffi.llexternal(
  'LLVMCreatePassBuilderOptions',
  [],
  PASS_OPTIONS,
  call,
);
export const LLVMDisposePassBuilderOptions = rffi.llexternal(
  'LLVMDisposePassBuilderOptions',
  [PASS_OPTIONS],
  rffi.VOID,
  call,
);
/** null, or an error that the caller owns until it asks for its message. */
export const LLVMRunPasses = rffi.llexternal(
  'LLVMRunPasses',
  [MODULE, rffi.CCHARP, MACHINE, PASS_OPTIONS],
  ERROR,
  call,
);
export const LLVMTargetMachineEmitToMemoryBuffer = rffi.llexternal(
  'LLVMTargetMachineEmitToMemoryBuffer',
  [MACHINE, MODULE, rffi.UINT, lltype.Ptr(MESSAGE_OUT), lltype.Ptr(BUFFER_OUT)],
  BOOL,
  call,
);
