import type { Outcome } from '@dacsan/decisions'
import { dateInVietnam } from '@dacsan/vietnam'
import type { Ctx, ReadDb } from '../../context.ts'
import { requirePerson } from '../../identity/index.ts'
import { drawAnew } from '../../papers/index.ts'
import type { DrawingRefusal } from '../../papers/rules.ts'
import type { DataSubject } from '../../personal-data.ts'
import { ownDataDocument, purposesOn } from '../../privacy/index.ts'
import type { DataSection, SubjectKey } from '../../privacy/index.ts'
import { rooms } from '../../rooms.ts'
import { actNames } from '../act-names.ts'
import { subjectOf } from './erase.ts'
import { holdings } from './holdings.ts'

const acts = actNames(rooms)

/** Everything that is held about somebody, room by room, with the purpose of each. Whoever calls has asked who that is. */
export async function dataOf(db: ReadDb, subject: DataSubject, now: Date): Promise<DataSection[]> {
  const purposes = await purposesOn(db, dateInVietnam(now))
  return Promise.all(
    holdings.map(async ({ name, says, fields, codes = {}, purpose, find }) => ({
      name,
      says,
      fields,
      // What was done is called as the trail of the administrator calls it.
      codes: { ...codes, ...('action' in fields && { action: acts.actions, subject: acts.subjects }) },
      purpose: purposes[purpose],
      rows: await find(db, subject),
    })),
  )
}

type Reader = Pick<Ctx, 'db' | 'now'>

async function requireSubject({ db, now }: Reader, key: SubjectKey): Promise<DataSubject> {
  const subject = await subjectOf(db, key, now)
  if (!subject) throw new Error('whoever asks for the own data is not on file')
  return subject
}

/** Whoever is signed in, as the rooms find the data of. */
export function ownKey({ actor }: Pick<Ctx, 'actor'>): SubjectKey & { kind: 'account' } {
  return { kind: 'account', userId: requirePerson(actor).userId }
}

/** What is held about somebody: for the page. */
export async function showData(ctx: Reader, key: SubjectKey): Promise<DataSection[]> {
  return dataOf(ctx.db, await requireSubject(ctx, key), ctx.now)
}

/** The same as a file for another program: all rows, with the names of the fields. */
export async function exportData(ctx: Reader, key: SubjectKey) {
  const sections = await showData(ctx, key)
  return {
    madeAt: ctx.now.toISOString(),
    subject: key,
    sections: sections.map(({ name, says, fields, purpose, rows }) => ({
      name,
      says,
      purpose: purpose.purpose,
      ground: purpose.ground,
      instrument: purpose.instrument,
      keptMonths: purpose.months,
      keptAs: purpose.term,
      readers: purpose.readers,
      fields,
      rows,
    })),
  }
}

/** The same on paper, drawn for whoever asks and not kept. */
export async function printData(ctx: Ctx, key: SubjectKey, who: string): Promise<Outcome<Uint8Array, DrawingRefusal>> {
  const sections = await showData(ctx, key)
  return drawAnew(ctx, { kind: 'document-pdf', document: ownDataDocument(sections, { who, now: ctx.now }) })
}
