import { done, refuse } from '@dacsan/decisions'
import { inTransaction } from '@dacsan/platform/context'
import { dateInVietnam } from '@dacsan/vietnam'
import type { Ctx, ReadDb, Tx } from '../../context.ts'
import { accountSubject, isLastAdministrator } from '../../identity/index.ts'
import type { DB as Tables } from '../../database.tables.ts'
import type { UserId } from '../../identity/rules.ts'
import type { DataSubject, HeldRow } from '../../personal-data.ts'
import { findRequest, fulfilRequest, insertErasure, keptUntil, purposesOn } from '../../privacy/index.ts'
import type { AnswerInput, CarryOut, SubjectKey } from '../../privacy/index.ts'
import type { KeptData } from '../../privacy/rules.ts'
import { keepErasures } from './erasures.ts'
import { holdings } from './holdings.ts'

/** Whose data a request is about, as the rooms find them. */
export async function subjectOf(db: ReadDb, key: SubjectKey, now: Date): Promise<DataSubject | undefined> {
  return key.kind === 'purchase' ? key : accountSubject(db, key.userId, now)
}

const lastOf = (rows: readonly HeldRow[]) =>
  rows.reduce<Date | null>((last, { at }) => (at instanceof Date && (last === null || at > last) ? at : last), null)

/**
 * Erases in every room what no duty keeps, from the roof down: a room above may still ask those below who it was. Done again it changes nothing:
 * that is how a backup of before is brought to the same state.
 */
export async function eraseEverywhere(tx: Tx, subject: DataSubject, at: Date): Promise<void> {
  for (const { erase } of holdings.toReversed()) await erase?.(tx, subject, at)
  await insertErasure(tx, { kind: subject.kind, id: subject.kind === 'account' ? subject.userId : subject.groupId, at })
}

/** The same, and answers what stays, with its ground and its end. */
async function eraseSubject(tx: Tx, subject: DataSubject, at: Date): Promise<readonly KeptData[]> {
  await eraseEverywhere(tx, subject, at)
  const purposes = await purposesOn(tx, dateInVietnam(at))
  const kept: KeptData[] = []
  for (const { name, says, purpose, find } of holdings) {
    const rows = await find(tx, subject)
    if (rows.length > 0) kept.push({ holding: name, says, rows: rows.length, purpose, until: keptUntil(purposes[purpose], lastOf(rows)) })
  }
  return kept
}

const carryOutAt =
  (now: Date): CarryOut =>
  async (tx, request) => {
    if (request.kind !== 'erase') return done([])
    const subject = await subjectOf(tx, keyOf(request), now)
    if (!subject) return done([])
    if (subject.kind === 'account' && (await isLastAdministrator(tx, subject.userId, now))) return refuse('last-administrator')
    return done(await eraseSubject(tx, subject, now))
  }

const keyOf = ({ userId, groupId }: { userId: UserId | null; groupId: `grp_${string}` | null }): SubjectKey =>
  userId === null ? { kind: 'purchase', groupId: groupId! } : { kind: 'account', userId }

/** Does what a request asked for, in every room at once, or nothing of it. */
export async function carryOutRequest(
  ctx: Ctx,
  { dataDir }: { dataDir: string },
  requestId: Parameters<typeof fulfilRequest>[1],
  input: AnswerInput & { inPart: boolean },
): Promise<Awaited<ReturnType<typeof fulfilRequest>>> {
  const outcome = await fulfilRequest(ctx, requestId, input, carryOutAt(ctx.now))
  if (outcome.ok && outcome.value.erased) await keepErasures(dataDir, ctx.db)
  return outcome
}

class Undone extends Error {
  readonly kept: readonly KeptData[]
  constructor(kept: readonly KeptData[]) {
    super('looked at only')
    this.kept = kept
  }
}

/** What would stay if a request for erasure were carried out: it is, and is undone. Null where nothing would be erased. */
export async function previewErasure(ctx: Ctx, requestId: Parameters<typeof fulfilRequest>[1]): Promise<readonly KeptData[] | null> {
  const request = await findRequest(ctx, requestId)
  if (request.kind !== 'erase' || !request.isOpen) return null
  return inTransaction<Tables, readonly KeptData[]>(ctx, async (tx) => {
    const subject = await subjectOf(tx, keyOf(request), ctx.now)
    throw new Undone(subject ? await eraseSubject(tx, subject, ctx.now) : [])
  }).catch((error: unknown) => {
    if (error instanceof Undone) return error.kept
    throw error
  })
}
