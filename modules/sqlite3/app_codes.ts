// sqlite3's codes of results, and their names. The lowest 8 bits are the primary code.

const PRIMARY: readonly string[] =
  `OK ERROR INTERNAL PERM ABORT BUSY LOCKED NOMEM READONLY INTERRUPT IOERR CORRUPT NOTFOUND FULL CANTOPEN PROTOCOL EMPTY
SCHEMA TOOBIG CONSTRAINT MISMATCH MISUSE NOLFS AUTH FORMAT RANGE NOTADB NOTICE WARNING`.split(/\s/);

/** Behind the name of the primary one, from 1; a dash: there is none. */
const EXTENDED: Readonly<Record<string, string>> = {
  ERROR: 'MISSING_COLLSEQ RETRY SNAPSHOT',
  IOERR: `READ SHORT_READ WRITE FSYNC DIR_FSYNC TRUNCATE FSTAT UNLOCK RDLOCK DELETE BLOCKED NOMEM ACCESS CHECKRESERVEDLOCK
LOCK CLOSE DIR_CLOSE SHMOPEN SHMSIZE SHMLOCK SHMMAP SEEK DELETE_NOENT MMAP GETTEMPPATH CONVPATH VNODE AUTH BEGIN_ATOMIC
COMMIT_ATOMIC ROLLBACK_ATOMIC DATA CORRUPTFS`,
  LOCKED: 'SHAREDCACHE VTAB',
  BUSY: 'RECOVERY SNAPSHOT TIMEOUT',
  CANTOPEN: 'NOTEMPDIR ISDIR FULLPATH CONVPATH DIRTYWAL SYMLINK',
  CORRUPT: 'VTAB SEQUENCE INDEX',
  READONLY: 'RECOVERY CANTLOCK ROLLBACK DBMOVED CANTINIT DIRECTORY',
  ABORT: '- ROLLBACK',
  CONSTRAINT: `CHECK COMMITHOOK FOREIGNKEY FUNCTION NOTNULL PRIMARYKEY TRIGGER UNIQUE VTAB ROWID PINNED DATATYPE`,
  NOTICE: 'RECOVER_WAL RECOVER_ROLLBACK',
  WARNING: 'AUTOINDEX',
  AUTH: 'USER',
};

/** `SQLITE_CONSTRAINT_UNIQUE` of 2067; that of the primary code where the extended one is not known. */
export function errorName(code: number): string {
  const primary = PRIMARY[code & 255];
  if (primary === undefined) return 'unknown';
  const extended = EXTENDED[primary]?.split(/\s/)[(code >> 8) - 1] ?? '-';
  return extended === '-' ? `SQLITE_${primary}` : `SQLITE_${primary}_${extended}`;
}

/** The code of a name, without `SQLITE_`. */
export const primaryCode = (name: string): number => PRIMARY.indexOf(name);
