import type { Socket } from 'node:net'
import pg from 'pg'
import { nameOfStatement } from './statement-names.ts'

/**
 * A connection that sends what is asked of it in one turn of the event loop together, and keeps the plans of what is asked often. Statements reach the
 * server in the order in which they were asked.
 */
export class PipelinedClient extends pg.Client {
  #holding = false

  constructor(config?: pg.ClientConfig) {
    super({ ...config, pipeline: true })
    const ask = this.query.bind(this) as (...asked: unknown[]) => unknown
    this.query = ((text: unknown, values: unknown, ...rest: unknown[]) => {
      this.#holdUntilTheTurnEnds()
      // Without values it may be several statements, which cannot be prepared.
      const name = typeof text === 'string' && Array.isArray(values) && values.length > 0 ? nameOfStatement(text) : undefined
      return name === undefined ? ask(text, values, ...rest) : ask({ name, text, values }, ...rest)
    }) as typeof this.query
  }

  // A write for each statement would cost more than the statement.
  #holdUntilTheTurnEnds(): void {
    if (this.#holding) return
    const { stream } = (this as unknown as { connection: { stream: Socket } }).connection
    this.#holding = true
    stream.cork()
    process.nextTick(() => {
      this.#holding = false
      stream.uncork()
    })
  }
}

/** COPY has the connection to itself: nothing may be sent behind it. */
export async function byItself<Result>(client: pg.ClientBase, work: () => Promise<Result>): Promise<Result> {
  const own = client as unknown as { pipeline: boolean }
  own.pipeline = false
  try {
    return await work()
  } finally {
    own.pipeline = true
  }
}
