import pg from 'pg'
import { processName } from './database.ts'
import type { Log } from './log.ts'

/** What hears of changes. */
export type ChangeListener = {
  /** Something that the public sees of this room was changed and committed, by whichever process. */
  changed(room: string): unknown
  /** From now until listening begins again changes go unheard: nothing that was kept is good any more. */
  lost(): void
}

/** The notices that tables send when they change (`send_change()`, see the migrations), heard on a connection of its own. */
export type Changes = {
  /** False until the connection listens, and whenever it was lost. */
  isListening(): boolean
  /** Returns the way to stop hearing. */
  hear(listener: ChangeListener): () => void
  close(): Promise<void>
}

const channel = 'dacsan_change'
/** A connection that says nothing may be gone without telling: it is asked this often (ms) ... */
const askedEvery = 2_000
/** ... and counts as lost when it does not answer for so long. */
const patience = 4_000
const retryAfter = { first: 100, most: 2_000 }

/**
 * Listens for changes until it is closed, and connects again whenever the connection was lost. It counts as listening only once a notice of its own
 * came back: a pooler that hands connections around between transactions takes LISTEN and never delivers.
 */
export function watchChanges(options: pg.ClientConfig, log: Pick<Log, 'warn' | 'info'>): Changes {
  const listeners = new Set<ChangeListener>()
  let listening = false
  let closed = false
  let client: pg.Client | null = null
  let wait = retryAfter.first
  let timer: NodeJS.Timeout | undefined

  const lose = (of: pg.Client, why: string) => {
    if (client !== of) return
    client = null
    clearTimeout(timer)
    if (listening) {
      listening = false
      for (const listener of listeners) listener.lost()
      if (!closed) log.warn(`changes of the database are not heard of, nothing is answered from memory: ${why}`)
    }
    // A connection that hangs is broken off, not asked to end.
    streamOf(of)?.destroy()
    if (closed) return
    timer = setTimeout(connect, wait)
    timer.unref()
    wait = Math.min(wait * 2, retryAfter.most)
  }

  const connect = () => {
    const own = new pg.Client({ ...options, application_name: `${processName} changes`, connectionTimeoutMillis: patience })
    client = own
    const mark = `here ${Math.random()}`
    own.on('error', (error) => lose(own, error.message))
    own.on('end', () => lose(own, 'the connection ended'))
    own.on('notification', ({ payload = '' }) => {
      if (client !== own) return
      if (payload === mark) {
        listening = true
        wait = retryAfter.first
        timer = setTimeout(ask, askedEvery, own)
        timer.unref()
      } else if (listening) for (const listener of listeners) listener.changed(payload)
    })
    const begin = async () => {
      await own.connect()
      await own.query(`listen ${channel}`)
      await own.query('select pg_notify($1, $2)', [channel, mark])
    }
    begin().catch((error: unknown) => lose(own, String(error)))
  }

  const ask = (own: pg.Client) => {
    let answered = false
    const judge = () => answered || lose(own, 'the connection does not answer')
    // Where this process itself was held up, the answer may lie there unread.
    timer = setTimeout(() => setImmediate(() => setImmediate(judge)), patience)
    timer.unref()
    const goOn = () => {
      answered = true
      if (client !== own) return
      clearTimeout(timer)
      timer = setTimeout(ask, askedEvery, own)
      timer.unref()
    }
    own
      .query('select 1')
      .then(goOn)
      .catch((error: unknown) => lose(own, String(error)))
  }

  connect()
  return {
    isListening: () => listening,
    hear(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    async close() {
      closed = true
      const own = client
      if (own) lose(own, 'closing')
      listeners.clear()
    },
  }
}

const streamOf = (client: pg.Client) => (client as unknown as { connection?: { stream?: { destroy(): void } } }).connection?.stream

const watched = new WeakMap<object, Changes>()

/** From now on what was read from this database may be kept until it changes; returns the way back. */
export function keepUntilChanged(db: object, changes: Changes): () => void {
  watched.set(db, changes)
  return () => {
    if (watched.get(db) === changes) watched.delete(db)
  }
}

/** Nothing is kept for longer (ms), whatever was or was not heard of: somebody may have switched the triggers off. */
export const mostKeptMs = 60_000

/**
 * Reads a value once and keeps it until something of the room changes. Null where nobody listens for changes of this database, and within transactions,
 * which see what they themselves wrote: then the caller asks the database.
 *
 * @example const keptRules = keptOf('law', (db: ReadDb) => selectRules(db)); const rules = await (keptRules(db) ?? selectRules(db))
 */
export function keptOf<Db extends object, Value>(room: string, read: (db: Db) => Promise<Value>): (db: Db) => Promise<Value> | null {
  const kept = new WeakMap<Changes, { value: Promise<Value>; until: number }>()
  const heard = new WeakSet<Changes>()
  return (db) => {
    const changes = watched.get(db)
    if (!changes?.isListening()) return null
    const found = kept.get(changes)
    if (found && found.until > performance.now()) return found.value
    const forget = () => void kept.delete(changes)
    if (!heard.has(changes)) {
      heard.add(changes)
      changes.hear({ changed: (name) => name === room && forget(), lost: forget })
    }
    const entry = { value: read(db), until: performance.now() + mostKeptMs }
    kept.set(changes, entry)
    entry.value.catch(() => kept.get(changes) === entry && forget())
    return entry.value
  }
}
