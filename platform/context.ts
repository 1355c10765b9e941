import { DummyDriver, PostgresDialect, Transaction } from 'kysely'
import type { CompiledQuery, DatabaseConnection, Kysely, QueryExecutorProvider } from 'kysely'
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

/** What goes with the commit of each transaction that is under way. */
const endings = new WeakMap<object, { rows: CompiledQuery[]; trail: CompiledQuery[] }>()

/**
 * Sends a statement together with the commit, where nobody needs its answer: the transaction waits for the server once less, and what makes others wait is
 * held for less. It is done behind everything that `work` asked, in the order in which it was asked for; what fails undoes the transaction, and
 * {@link inTransaction} throws what failed. Whoever reads in the same transaction does not see it. Outside of {@link inTransaction} it is done at once.
 *
 * @example await withCommit(tx, tx.deleteFrom('cart_line').where('cart_id', '=', cartId).compile())
 */
export async function withCommit(tx: QueryExecutorProvider, statement: CompiledQuery): Promise<void> {
  const ending = endings.get(tx)
  if (ending) ending.rows.push(statement)
  else await tx.getExecutor().executeQuery(statement)
}

/** Sends now what waits for the commit, for whoever needs it there. @example await sendWaiting(tx) */
export async function sendWaiting(tx: QueryExecutorProvider): Promise<void> {
  const statements = endings.get(tx)?.rows.splice(0) ?? []
  await Promise.all(statements.map((statement) => tx.getExecutor().executeQuery(statement)))
}

/**
 * The same, behind all that goes with the commit: what lets only one write at a time, such as a lane of the audit trail, is held for the commit alone.
 *
 * @example await beforeCommit(tx, append.statement(tx, entry))
 */
export async function beforeCommit(tx: QueryExecutorProvider, statement: CompiledQuery): Promise<void> {
  const ending = endings.get(tx)
  if (ending) ending.trail.push(statement)
  else await tx.getExecutor().executeQuery(statement)
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
    const sent: Promise<unknown>[] = []
    try {
      const result = await ctx.db.transaction().execute((alone) =>
        inOrder(alone, async (tx, connection) => {
          const ending: { rows: CompiledQuery[]; trail: CompiledQuery[] } = { rows: [], trail: [] }
          endings.set(tx, ending)
          const done = await work(tx)
          // Not awaited: the commit follows in the same turn, and keeps nothing where one of them fails.
          for (const statement of [...ending.rows, ...ending.trail]) sent.push(connection.executeQuery(statement))
          for (const answer of sent) answer.catch(() => {})
          return done
        }),
      )
      await Promise.all(sent)
      return result
    } catch (thrown) {
      const error = (await firstFault(sent)) ?? thrown
      if (attempt === attempts || !mayBeRetried(error)) throw error
    }
  }
}

/** The server says of a commit only that nothing was kept; what failed before it says why. */
async function firstFault(sent: readonly Promise<unknown>[]): Promise<unknown> {
  const failed = (await Promise.allSettled(sent)).find((answer) => answer.status === 'rejected')
  return failed?.reason
}

/**
 * The transaction with its statements sent as they are asked, where Kysely lets each wait for the answer of the one before. They reach the server in the
 * order in which they are asked (`PipelinedClient`), and one that fails fails those behind it.
 */
function inOrder<Tables, Result>(
  alone: WriteTx<Tables>,
  work: (tx: WriteTx<Tables>, connection: DatabaseConnection) => Promise<Result>,
): Promise<Result> {
  return alone.getExecutor().provideConnection((connection) => {
    const executor = alone.getExecutor().withConnectionProvider({ provideConnection: (use) => use(connection) })
    return work(
      new Transaction<Tables>({ executor, driver: new DummyDriver(), config: { dialect: noDialect }, dialect: noDialect }),
      connection,
    )
  })
}

const noDialect = new PostgresDialect({ pool: () => Promise.reject(new Error('a transaction has its connection')) })

const retried = new Set(['40001', '40P01']) // serialization_failure, deadlock_detected
const mayBeRetried = (error: unknown) =>
  isLostStatement(error) || (error instanceof Error && 'code' in error && retried.has(String(error.code)))
