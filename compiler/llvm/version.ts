// Which LLVM the binding was built with. Throws where the binding is missing or broken.
import llvm from 'llvm-bindings';

export const llvmVersion = (): string => `LLVM ${llvm.config.LLVM_VERSION_STRING}`;
