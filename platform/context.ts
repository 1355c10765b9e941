import { DummyDriver, PostgresDialect, Transaction } from 'kysely'
import type { Kysely } from 'kysely'
import type { WriteTx } from './access.ts'
import type { FileStore } from './files.ts'
import type { newId } from './ids.ts'
import { isLostStatement } from './statement-names.ts'

export type { ReadDb, WriteTx } from './access.ts'

/** What a command needs, built once per request: who asks, when, and what with. */
export type Context<Tables, Actor> = {
  db: Kysely<Tables>
  files: FileStore
  actor: Actor
  /** The moment of the request: the same for everything that it decides and records. */
  now: Date
  newId: typeof newId
  /** Where the installation is reached: `https://dacsan.vn`. What is recorded under an address of ours begins with it. */
  origin: string
}

const attempts = 4

/** What waits for the end of each transaction that is under way. */
const endings = new WeakMap<object, (() => Promise<void>)[]>()

/**
 * Does something as the last thing before the transaction commits, in the order in which it was asked for: what makes others wait until the
 * commit, such as the one order of the audit trail, waits itself until everything else is done. Outside of {@link inTransaction} it is done at once.
 *
 * @example await beforeCommit(tx, () => insertEntry(tx, entry))
 */
export async function beforeCommit(tx: object, last: () => Promise<void>): Promise<void> {
  const waiting = endings.get(tx)
  if (waiting) waiting.push(last)
  else await last()
}

/**
 * Runs `work` in one transaction and returns its result; an error undoes everything.
 * Where PostgreSQL gave up on it for the sake of others (serialization failure, deadlock), it is run again, up to three times:
 * so `work` touches nothing but the transaction.
 * What does not need the answer of what stands before it is asked together with it (`Promise.all`), in the order in which it is to be done.
 *
 * @example const order = await inTransaction(ctx, (tx) => saveOrder(tx, draft))
 */
export async function inTransaction<Tables, Result>(
  ctx: { db: Kysely<Tables> },
  work: (tx: WriteTx<Tables>) => Promise<Result>,
): Promise<Result> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await ctx.db.transaction().execute((alone) =>
        inOrder(alone, async (tx) => {
          const waiting: (() => Promise<void>)[] = []
          endings.set(tx, waiting)
          const result = await work(tx)
          for (const last of waiting) await last()
          return result
        }),
      )
    } catch (error) {
      if (attempt === attempts || !mayBeRetried(error)) throw error
    }
  }
}

/**
 * The transaction with its statements sent as they are asked, where Kysely lets each wait for the answer of the one before. They reach the server in the
 * order in which they are asked (`PipelinedClient`), and one that fails fails those behind it.
 */
function inOrder<Tables, Result>(alone: WriteTx<Tables>, work: (tx: WriteTx<Tables>) => Promise<Result>): Promise<Result> {
  return alone.getExecutor().provideConnection((connection) => {
    const executor = alone.getExecutor().withConnectionProvider({ provideConnection: (use) => use(connection) })
    return work(new Transaction<Tables>({ executor, driver: new DummyDriver(), config: { dialect: noDialect }, dialect: noDialect }))
  })
}

const noDialect = new PostgresDialect({ pool: () => Promise.reject(new Error('a transaction has its connection')) })

const retried = new Set(['40001', '40P01']) // serialization_failure, deadlock_detected
const mayBeRetried = (error: unknown) =>
  isLostStatement(error) || (error instanceof Error && 'code' in error && retried.has(String(error.code)))
