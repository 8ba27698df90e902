// The `code` of the error that an import of a wrong RTypeScript file gives: how the process's own thread knows it again.
export const IMPORT_ERROR = 'MIXMOD_DIAGNOSTICS';
