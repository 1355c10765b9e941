import type { Id } from '@dacsan/platform/ids'
import { openTextIfPossible } from '@dacsan/platform/locked-text'
import type { LockedColumn, LockedText } from '@dacsan/platform/locked-text'
import type { ReadDb, Tx } from './context.ts'
import type { DB as Tables } from './database.tables.ts'
import { numberClosed } from './field-words.ts'
import type { OrganisationId, UserId } from './identity/rules.ts'

/** What personal data are processed for: each has its ground, its kinds, its term and its readers in `data/privacy/purposes.json`. */
export const purposes = [
  'accounts',
  'security',
  'official-acts',
  'dossiers',
  'appraisal',
  'register',
  'joining',
  'traceability',
  'doubts',
  'selling',
  'sales',
  'requests',
  'news-from-seller',
  'programme-invitations',
] as const
export type Purpose = (typeof purposes)[number]

type NamesIn<Table extends keyof Tables & string> = `${Table}.${keyof Tables[Table] & string}`
/** A column of the database, as `table.column`. */
export type ColumnName = { [Table in keyof Tables & string]: NamesIn<Table> }[keyof Tables & string]

/**
 * Somebody with an account. `producerOf`: the organisations that this person works or worked for as a producer; `aloneIn`: those of them in which
 * nobody else does.
 */
export type AccountSubject = {
  kind: 'account'
  userId: UserId
  name: string
  email: string | null
  phone: string | null
  producerOf: readonly OrganisationId[]
  aloneIn: readonly OrganisationId[]
}
/** Whoever bought without an account: known by what was ordered at once, which has one link. */
export type PurchaseSubject = { kind: 'purchase'; groupId: Id<'grp'> }
/** Whose data are asked for. */
export type DataSubject = AccountSubject | PurchaseSubject

export type HeldRow = Readonly<Record<string, string | number | boolean | Date | null>>

type Codes = Readonly<Record<string, Readonly<Record<string, string>>>>
/** How a holding and its fields are called. */
export type SaidHolding = { says: string; fields: Readonly<Record<string, string>>; codes?: Codes }

/** One kind of thing that a room holds about people. */
export type Holding = {
  /** What a person reads above it. */
  says: string
  /** What each field of a row is called. */
  fields: Readonly<Record<string, string>>
  /** The words of a field's codes, by field: a file keeps the code, a page says the word. */
  codes?: Codes
  /** The same for whoever bought without an account and reads another language; each holding that finds something of a purchase has it. */
  spoken?: Readonly<Record<'en' | 'km', SaidHolding>>
  purpose: Purpose
  /** The columns in which people are named, described or reached. */
  columns: readonly ColumnName[]
  /** What is held about somebody, the newest first. What erasing left behind is found too: it is what a duty keeps. */
  find: (db: ReadDb, subject: DataSubject) => Promise<readonly HeldRow[]>
  /** Erases or makes nameless what no duty keeps. Absent: all of it is kept on the ground of its purpose. Done twice it changes nothing. */
  erase?: (tx: Tx, subject: DataSubject, at: Date) => Promise<unknown>
}

/** What a room holds about people. Every text column of its tables stands in a holding or among the others: `modules/app/personal-data` proves it. */
export type PersonalData = {
  holdings: Readonly<Record<string, Holding>>
  /** Columns that say nothing of people, or name them by the id of an account alone, which leads to nobody once the account is erased. */
  others: readonly ColumnName[]
}

/** The most rows of one holding that are shown and given: an administrator's own lines of the trail go on for years. */
export const mostRows = 5000

/** Finds only for people with an account. */
export const ofAccount =
  (find: (db: ReadDb, subject: AccountSubject) => Promise<readonly HeldRow[]>): Holding['find'] =>
  async (db, subject) =>
    subject.kind === 'account' ? find(db, subject) : []

/** Finds only for the organisations that somebody works for as a producer. */
export const ofProducer = (find: (db: ReadDb, organisations: readonly OrganisationId[]) => Promise<readonly HeldRow[]>): Holding['find'] =>
  ofAccount(async (db, { producerOf }) => (producerOf.length > 0 ? find(db, producerOf) : []))

/** A locked number for the person whose it is. One that cannot be opened now is named as held: it must not seem absent, nor keep the rest from being seen or erased. */
export async function openForPerson(db: ReadDb, column: LockedColumn, row: string, text: LockedText | null): Promise<string | null> {
  return text === null ? null : ((await openTextIfPossible(db, column, row, text)) ?? numberClosed)
}
