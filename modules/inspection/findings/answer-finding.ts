import { NotFound, done, refuse, refuseStatus } from '@dacsan/decisions'
import type { Outcome } from '@dacsan/decisions'
import { inTransaction } from '@dacsan/platform/context'
import { recordFile } from '@dacsan/platform/files'
import type { Upload } from '@dacsan/platform/files'
import { dateInVietnam } from '@dacsan/vietnam'
import type { PlainDate } from '@dacsan/vietnam'
import type { Ctx, ReadDb, Tx } from '../../context.ts'
import { actorId, actorName, record, requireAct, takeUpload } from '../../identity/index.ts'
import { findingActs, tiesOfInspection } from '../acts.ts'
import type { FindingAct } from '../acts.ts'
import type { MendInput } from '../inputs.ts'
import type { FindingId } from '../rules/ids.ts'
import type { AnswerFindingRefusal, FindingClosed, MendRefusal } from '../rules/refusals.ts'
import { movedOf } from '../visits/open-visit.ts'
import { selectInspection } from '../visits/visit.store.ts'
import type { StoredInspection } from '../visits/visit.store.ts'
import { insertFindingStep, lockFinding, selectFinding, updateFinding } from './finding.store.ts'
import type { StoredFinding } from './finding.store.ts'

type Begun = { finding: StoredFinding; inspection: StoredInspection }

async function judge(
  db: ReadDb,
  ctx: Pick<Ctx, 'actor'>,
  act: FindingAct,
  finding: StoredFinding | undefined,
): Promise<Outcome<Begun, FindingClosed>> {
  const inspection = finding && (await selectInspection(db, finding.inspectionId))
  if (!finding || !inspection) throw new NotFound('No such inspection-finding')
  requireAct(ctx.actor, findingActs[act], tiesOfInspection(inspection))
  return refuseStatus(findingActs[act], finding.status) ?? done({ finding, inspection })
}

const begin = async (tx: Tx, ctx: Ctx, act: FindingAct, id: FindingId) => judge(tx, ctx, act, await lockFinding(tx, id))

type Settled = { words?: string; dueOn?: PlainDate; proof?: { hash: string; name: string } }

async function settle(tx: Tx, ctx: Ctx, act: FindingAct, { finding, inspection }: Begun, { words, dueOn, proof }: Settled = {}) {
  const row = findingActs[act]
  await updateFinding(tx, finding.id, { status: row.to, dueOn, at: ctx.now })
  const by = { byId: actorId(ctx.actor), byName: actorName(ctx.actor) }
  await insertFindingStep(tx, finding.id, { at: ctx.now, act, ...by, words: words ?? null, proof })
  await record(tx, ctx, row, { subjectId: finding.id, payload: { ...movedOf(inspection), findingId: finding.id } })
}

/** The producer says how it was mended, and shows it. After the last day too: late is better than never. */
export async function mendFinding(ctx: Ctx, { findingId, words }: MendInput, upload: Upload | null): Promise<Outcome<null, MendRefusal>> {
  const early = await judge(ctx.db, ctx, 'mend', await selectFinding(ctx.db, findingId))
  if (!early.ok) return early
  if (!upload) return refuse('proof-missing')
  const kept = await takeUpload(ctx, upload, ['photo', 'paper'])
  if (!kept.ok) return kept
  return inTransaction(ctx, async (tx) => {
    const begun = await begin(tx, ctx, 'mend', findingId)
    if (!begun.ok) return begun
    await recordFile(tx, kept.value, { by: actorId(ctx.actor), at: ctx.now })
    await settle(tx, ctx, 'mend', begun.value, { words, proof: { hash: kept.value.hash, name: kept.value.originalName } })
    return done(null)
  })
}

/** Whoever inspected, or the office, has seen the proof and is content. */
export async function acceptMending(
  ctx: Ctx,
  { findingId, version }: { findingId: FindingId; version: number },
): Promise<Outcome<null, AnswerFindingRefusal>> {
  return inTransaction(ctx, async (tx) => {
    const begun = await begin(tx, ctx, 'accept', findingId)
    if (!begun.ok) return begun
    if (begun.value.finding.version !== version) return refuse('changed-elsewhere')
    await settle(tx, ctx, 'accept', begun.value)
    return done(null)
  })
}

/** It is not mended yet: why, and by when it has to be. */
export async function sendMendingBack(
  ctx: Ctx,
  { findingId, version, words, dueOn }: { findingId: FindingId; version: number; words: string; dueOn: PlainDate },
): Promise<Outcome<null, AnswerFindingRefusal>> {
  return inTransaction(ctx, async (tx) => {
    const begun = await begin(tx, ctx, 'send-back', findingId)
    if (!begun.ok) return begun
    if (begun.value.finding.version !== version) return refuse('changed-elsewhere')
    if (dueOn < dateInVietnam(ctx.now)) return refuse('deadline-over')
    await settle(tx, ctx, 'send-back', begun.value, { words, dueOn })
    return done(null)
  })
}
