'use mixmod';
// LLVM bitcode → an object, without a tool: LLVM stays loaded in the process that has this. For builds that are made again and again, of
// modules that are not optimised. Written in the language that it compiles; the library is called through rffi.
import { lltype, rffi, u32, type i32 } from 'mixmod';
import {
  BUFFER_OUT,
  CODE_MODEL_DEFAULT,
  LLVMAddTargetDependentFunctionAttr,
  LLVMContextCreate,
  LLVMContextDispose,
  LLVMCreateMemoryBufferWithMemoryRange,
  LLVMCreatePassBuilderOptions,
  LLVMCreateTargetMachine,
  LLVMDisposeErrorMessage,
  LLVMDisposeMemoryBuffer,
  LLVMDisposeMessage,
  LLVMDisposeModule,
  LLVMDisposePassBuilderOptions,
  LLVMDisposeTargetMachine,
  LLVMGetBufferSize,
  LLVMGetBufferStart,
  LLVMGetErrorMessage,
  LLVMGetFirstFunction,
  LLVMGetHostCPUFeatures,
  LLVMGetHostCPUName,
  LLVMGetNextFunction,
  LLVMGetTarget,
  LLVMGetTargetFromTriple,
  LLVMInitializeAArch64AsmParser,
  LLVMInitializeAArch64AsmPrinter,
  LLVMInitializeAArch64Target,
  LLVMInitializeAArch64TargetInfo,
  LLVMInitializeAArch64TargetMC,
  LLVMInitializeX86AsmParser,
  LLVMInitializeX86AsmPrinter,
  LLVMInitializeX86Target,
  LLVMInitializeX86TargetInfo,
  LLVMInitializeX86TargetMC,
  LLVMParseBitcodeInContext,
  LLVMRunPasses,
  LLVMTargetMachineEmitToMemoryBuffer,
  MESSAGE_OUT,
  MODULE_OUT,
  OBJECT_FILE,
  RELOCATION_PIC,
  TARGET_OUT,
  type Machine,
  type Module,
} from './llvm.ts';

type Text = lltype.Ptr<typeof rffi.CCHARP.to>;

LLVMInitializeX86TargetInfo();
LLVMInitializeX86Target();
LLVMInitializeX86TargetMC();
LLVMInitializeX86AsmPrinter();
LLVMInitializeX86AsmParser();
LLVMInitializeAArch64TargetInfo();
LLVMInitializeAArch64Target();
LLVMInitializeAArch64TargetMC();
LLVMInitializeAArch64AsmPrinter();
LLVMInitializeAArch64AsmParser();

/**
 * The object of a module. `passes`: as `opt` takes them; `cpu` and `features`: as `llc` does, and the CPU `native`; `level`: 0 to 3, of the
 * code generator. All functions keep a frame pointer. Error with LLVM's words where it refuses something.
 */
export function objectOf(
  bitcode: Uint8Array,
  passes: string,
  cpu: string,
  features: string,
  level: i32,
): Uint8Array {
  const context = LLVMContextCreate();
  try {
    using bytes = rffi.scoped_nonmovingbuffer(bitcode);
    using name = rffi.scoped_str2charp('module');
    const buffer = LLVMCreateMemoryBufferWithMemoryRange(bytes.ptr, bitcode.length, name.ptr, 0);
    using module = lltype.scoped_alloc(MODULE_OUT, 1);
    using message = lltype.scoped_alloc(MESSAGE_OUT, 1);
    const failed = LLVMParseBitcodeInContext(context, buffer, module.ptr, message.ptr);
    LLVMDisposeMemoryBuffer(buffer);
    if (failed !== 0) throw new Error(taken(message.ptr[0]));
    try {
      return translated(
        module.ptr[0],
        passes,
        machineFor(LLVMGetTarget(module.ptr[0]), cpu, features, level),
      );
    } finally {
      LLVMDisposeModule(module.ptr[0]);
    }
  } finally {
    LLVMContextDispose(context);
  }
}

/** The machine is disposed of. */
function translated(module: Module, passes: string, machine: Machine): Uint8Array {
  keepFramePointers(module);
  try {
    runPasses(module, passes, machine);
    return emitted(module, machine);
  } finally {
    LLVMDisposeTargetMachine(machine);
  }
}

/** A debugger's user wants whole stacks. */
function keepFramePointers(module: Module): void {
  using name = rffi.scoped_str2charp('frame-pointer');
  using value = rffi.scoped_str2charp('all');
  for (let one = LLVMGetFirstFunction(module); one !== null; one = LLVMGetNextFunction(one))
    LLVMAddTargetDependentFunctionAttr(one, name.ptr, value.ptr);
}

function machineFor(triple: Text, cpu: string, features: string, level: i32): Machine {
  using target = lltype.scoped_alloc(TARGET_OUT, 1);
  using message = lltype.scoped_alloc(MESSAGE_OUT, 1);
  if (LLVMGetTargetFromTriple(triple, target.ptr, message.ptr) !== 0)
    throw new Error(taken(message.ptr[0]));
  const isNative = cpu === 'native';
  using name = rffi.scoped_str2charp(isNative ? taken(LLVMGetHostCPUName()) : cpu);
  using extensions = rffi.scoped_str2charp(isNative ? taken(LLVMGetHostCPUFeatures()) : features);
  return LLVMCreateTargetMachine(
    target.ptr[0],
    triple,
    name.ptr,
    extensions.ptr,
    u32(level),
    RELOCATION_PIC,
    CODE_MODEL_DEFAULT,
  );
}

function runPasses(module: Module, passes: string, machine: Machine): void {
  using names = rffi.scoped_str2charp(passes);
  const options = LLVMCreatePassBuilderOptions();
  const error = LLVMRunPasses(module, names.ptr, machine, options);
  LLVMDisposePassBuilderOptions(options);
  if (error === null) return;
  const message = LLVMGetErrorMessage(error);
  const text = rffi.charp2str(message);
  LLVMDisposeErrorMessage(message);
  throw new Error(text);
}

function emitted(module: Module, machine: Machine): Uint8Array {
  using message = lltype.scoped_alloc(MESSAGE_OUT, 1);
  using out = lltype.scoped_alloc(BUFFER_OUT, 1);
  if (LLVMTargetMachineEmitToMemoryBuffer(machine, module, OBJECT_FILE, message.ptr, out.ptr) !== 0)
    throw new Error(taken(message.ptr[0]));
  const buffer = out.ptr[0];
  const start = LLVMGetBufferStart(buffer);
  const object = new Uint8Array(LLVMGetBufferSize(buffer));
  {
    using into = rffi.scoped_nonmovingbuffer(object);
    rffi.c_memcpy(into.ptr, start, object.length);
  }
  LLVMDisposeMemoryBuffer(buffer);
  return object;
}

/** A message of LLVM's, which is freed. */
function taken(message: Text): string {
  const text = rffi.charp2str(message);
  LLVMDisposeMessage(message);
  return text;
}
