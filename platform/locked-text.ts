import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'
import { type Kysely, type QueryExecutorProvider, sql } from 'kysely'

declare const locked: unique symbol
/** A text as it lies in the database: encrypted (AES-256-GCM), `locked:<key>:<nonce, ciphertext and tag>`. */
export type LockedText = string & { readonly [locked]: true }

/** Where locked texts stand: a column, or a place within a column of JSON, and the column that tells its rows apart. */
export type LockedColumn = { table: string; key: string; column: string; path?: readonly string[] }

/** `key-lost`: its key is not here, or is another one. `changed`: not as it was locked, or locked for another row. `clear`: never locked. */
export type WhyUnopenable = 'key-lost' | 'changed' | 'clear'

/** A text cannot be opened, or nothing can be locked, until somebody has looked after the keys. */
export class Unopenable extends Error {
  readonly why: WhyUnopenable
  constructor(why: WhyUnopenable, message: string) {
    super(message)
    this.why = why
  }
}

const shape = /^locked:([1-9]\d{0,8}):([\w-]{38,})$/
const [nonceBytes, tagBytes] = [12, 16]

type Key = { cipher: Buffer; fingerprint: string }
/** A key is null where what lies under its name is not what its fingerprint says. */
type Ring = { current: number; keys: ReadonlyMap<number, Key | null> }
type Holder = { findKey: FindKey; openKey: OpenKey | null; ring: Promise<Ring> | null; readAt: number }

/** Gives the secret of this installation for one purpose (secrets.ts); one that is not there is made. */
export type OpenKey = (purpose: string) => Promise<string>
/** The same, and null where it is not there: in place of a lost key none is made, which would only look like it. */
export type FindKey = (purpose: string) => Promise<string | null>

/** By what a database and its transactions have in common. */
const holders = new WeakMap<object, Holder>()
const identityOf = (db: QueryExecutorProvider) => db.getExecutor().adapter

/** A key that another process made is known here after so many milliseconds. */
const believed = 60_000

/** From now on texts of this database are locked and opened with the keys that `findKey` finds; secrets of other purposes are `openKey`'s. */
export function holdKeys<Tables>(db: Kysely<Tables>, findKey: FindKey, openKey: OpenKey | null = null): void {
  holders.set(identityOf(db), { findKey, openKey, ring: null, readAt: 0 })
}

/** The secret of this installation for a purpose of its own, for a command that has the database and not the configuration. */
export function secretHeldWith(db: QueryExecutorProvider, purpose: string): Promise<string> {
  const openKey = holders.get(identityOf(db))?.openKey
  if (!openKey) throw new Error('nobody holds the keys of this database')
  return openKey(purpose)
}

/** The same, and null where nobody made it: for a secret in whose place none must be made. */
export function findSecretHeldWith(db: QueryExecutorProvider, purpose: string): Promise<string | null> {
  const holder = holders.get(identityOf(db))
  if (!holder) throw new Error('nobody holds the keys of this database')
  return holder.findKey(purpose)
}

/** The name of a key among the secrets of the installation. */
const purposeOf = (id: number) => `numbers-${id}`

function keyOf(text: string): Key {
  const secret = Buffer.from(text, 'base64url')
  const derived = (what: string) => Buffer.from(hkdfSync('sha256', secret, '', `dacsan ${what}`, 32))
  return { cipher: derived('locked text'), fingerprint: derived('fingerprint').toString('base64url') }
}

type Asking = { query(statement: string, values?: unknown[]): Promise<{ rows: unknown[] }> }

/** The first key of a database that has none yet. The database keeps a fingerprint of each key, so that a lost one is not replaced unseen. */
export async function makeFirstKey(asking: Asking, openKey: OpenKey): Promise<void> {
  const { rows } = await asking.query('select from lock_key limit 1')
  if (rows.length === 0) await insertKey(asking, openKey, 1)
}

/** Another key than all before it; what is locked from now on is locked with it. Answers its number. */
export async function makeNextKey(asking: Asking, openKey: OpenKey): Promise<number> {
  const { rows } = await asking.query('select coalesce(max(id), 0) + 1 as id from lock_key')
  const { id } = rows[0] as { id: number }
  await insertKey(asking, openKey, id)
  return id
}

/** Makes the next key and uses it for nothing yet, so that it can be taken to every other folder first. Answers its name. */
export async function prepareNextKey(asking: Asking, openKey: OpenKey): Promise<string> {
  const { rows } = await asking.query('select coalesce(max(id), 0) + 1 as id from lock_key')
  const purpose = purposeOf((rows[0] as { id: number }).id)
  await openKey(purpose)
  return purpose
}

async function insertKey(asking: Asking, openKey: OpenKey, id: number): Promise<void> {
  const { fingerprint } = keyOf(await openKey(purposeOf(id)))
  await asking.query('insert into lock_key (id, fingerprint) values ($1, $2) on conflict do nothing', [id, fingerprint])
}

async function readRing(db: QueryExecutorProvider, findKey: FindKey): Promise<Ring> {
  const { rows } = await sql<{ id: number; fingerprint: string }>`select id, fingerprint from lock_key order by id`.execute(db)
  const keys = new Map<number, Key | null>()
  for (const { id, fingerprint } of rows) {
    const found = await findKey(purposeOf(id))
    const key = found === null ? null : keyOf(found)
    keys.set(id, key?.fingerprint === fingerprint ? key : null)
  }
  return { current: rows.at(-1)?.id ?? 0, keys }
}

/** The keys of this database that `findKey` does not find, or finds another in place of, by their names among the secrets. */
export async function keysAmiss(db: QueryExecutorProvider, findKey: FindKey): Promise<{ purpose: string; isThere: boolean }[]> {
  const { keys } = await readRing(db, findKey)
  const amiss = [...keys].flatMap(([id, key]) => (key ? [] : [purposeOf(id)]))
  return Promise.all(amiss.map(async (purpose) => ({ purpose, isThere: (await findKey(purpose)) !== null })))
}

async function ringOf(db: QueryExecutorProvider, asked?: number): Promise<Ring> {
  const holder = holders.get(identityOf(db))
  if (!holder) throw new Error('nobody holds the keys of this database')
  const known = await holder.ring
  const old = known === null || performance.now() - holder.readAt > believed
  if (!old && (asked === undefined || known.keys.has(asked))) return known
  const reading = readRing(db, holder.findKey)
  holder.ring = reading
  holder.readAt = performance.now()
  // A read that failed, as in a transaction that was given up, is not believed by anybody after it.
  reading.catch(() => holder.ring === reading && (holder.ring = null))
  return reading
}

/** Makes sure that a key which is in the database is known here: what is locked from now on is locked with it, if it is the newest. */
export async function learnKey(db: QueryExecutorProvider, id: number): Promise<void> {
  await ringOf(db, id)
}

/** What binds a text to its place: copied into another row or column it does not open. */
const boundTo = ({ table, column, path = [] }: LockedColumn, row: string) => Buffer.from([table, column, ...path].join('.') + ` ${row}`)

const lost = (id: number) =>
  new Unopenable(
    'key-lost',
    `the key ${purposeOf(id)} in DATA_DIR/keys is not the one that locked these numbers: put it back from a backup`,
  )

/** Locks a text for its place; an absent one stays absent. */
export async function lockText<Text extends string | null>(
  db: QueryExecutorProvider,
  column: LockedColumn,
  row: string,
  text: Text,
): Promise<Text extends null ? LockedText | null : LockedText> {
  type Answer = Text extends null ? LockedText | null : LockedText
  if (text === null) return null as Answer
  const { current, keys } = await ringOf(db)
  const key = keys.get(current)
  if (!key) throw lost(current)
  const nonce = randomBytes(nonceBytes)
  const cipher = createCipheriv('aes-256-gcm', key.cipher, nonce).setAAD(boundTo(column, row))
  const bytes = Buffer.concat([nonce, cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()])
  return `locked:${current}:${bytes.toString('base64url')}` as Answer
}

/** Opens what {@link lockText} locked for this place; throws {@link Unopenable} for anything else. */
export async function openText<Text extends LockedText | null>(
  db: QueryExecutorProvider,
  column: LockedColumn,
  row: string,
  text: Text,
): Promise<Text extends null ? string | null : string> {
  type Answer = Text extends null ? string | null : string
  if (text === null) return null as Answer
  const where = `${column.table}.${column.column} of ${row}`
  const [, name, content] = shape.exec(text) ?? []
  if (name === undefined || content === undefined)
    throw new Unopenable('clear', `${where} stands in the clear: it was written past the product`)
  const id = Number(name)
  const { keys } = await ringOf(db, id)
  const key = keys.get(id)
  if (!key) throw lost(id)
  const bytes = Buffer.from(content, 'base64url')
  try {
    const cipher = createDecipheriv('aes-256-gcm', key.cipher, bytes.subarray(0, nonceBytes)).setAAD(boundTo(column, row))
    cipher.setAuthTag(bytes.subarray(-tagBytes))
    return Buffer.concat([cipher.update(bytes.subarray(nonceBytes, -tagBytes)), cipher.final()]).toString('utf8') as Answer
  } catch {
    throw new Unopenable('changed', `${where} is not what was locked for it`)
  }
}

/** The same, and null where it cannot be opened: for pages that can do without. */
export async function openTextIfPossible(
  db: QueryExecutorProvider,
  column: LockedColumn,
  row: string,
  text: LockedText | null,
): Promise<string | null> {
  try {
    return await openText(db, column, row, text)
  } catch (error) {
    if (error instanceof Unopenable) return null
    throw error
  }
}

/** Whether an error says that locked numbers cannot be opened now. */
export const isUnopenable = (error: unknown): error is Unopenable => error instanceof Unopenable
