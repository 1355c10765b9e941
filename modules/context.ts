import type { Context, ReadDb as ReadAccess, WriteTx } from '@dacsan/platform/context'
import type { Installation } from '@dacsan/platform/installation'
import type { DB as Tables } from './database.tables.ts'
import type { Actor } from './identity/actor.ts'

/** Reads: the signature promises that nothing is written. */
export type ReadDb = ReadAccess<Tables>
/** Writes and locks: only inside a transaction. */
export type Tx = WriteTx<Tables>
/** Built once per request: who asks, when, and what with. */
export type Ctx = Context<Tables, Actor>
/** What one process opened: configuration, database, files and log. */
export type OpenInstallation = Installation<Tables>
