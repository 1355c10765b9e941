import type { Kysely, Transaction } from 'kysely'

/** Reads: the signature promises that nothing is written. A `Kysely` or a `WriteTx` fits too. */
export type ReadDb<Tables> = Pick<Kysely<Tables>, 'selectFrom' | 'selectNoFrom' | 'with' | 'fn' | 'case' | 'dynamic' | 'getExecutor'>

/** Writes and locks: only inside a transaction. */
export type WriteTx<Tables> = Transaction<Tables>
