import { NotFound, mayOf } from '@dacsan/decisions'
import { dateInVietnam, formatDeadline } from '@dacsan/vietnam'
import type { PlainDate } from '@dacsan/vietnam'
import { producerOfActor } from '../../catalogue/index.ts'
import { proposalsById } from '../../certificates/index.ts'
import type { WithdrawalProposal } from '../../certificates/index.ts'
import type { WithdrawalReason } from '../../certificates/rules.ts'
import type { Ctx, ReadDb } from '../../context.ts'
import { grantsOf, requireRole } from '../../identity/index.ts'
import { actorId, communesOf, hasRole, permits } from '../../identity/rules.ts'
import type { Who } from '../../identity/rules.ts'
import { holidays, ruleOn } from '../../law/index.ts'
import { issuers } from '../../papers/index.ts'
import { findingActs, inspectionActs, tiesOfInspection } from '../acts.ts'
import { checklist, sayItem } from '../checklist.ts'
import { selectFindingSteps, selectFindings, selectProof } from '../findings/finding.store.ts'
import type { InspectionId } from '../rules/ids.ts'
import { decideFinish } from '../rules/sheet.ts'
import { withdrawalReasonOf } from '../rules/withdrawal.ts'
import '../topics.ts'
import { selectProposalIds } from '../withdrawal/inspection-withdrawal.store.ts'
import { listInspectors } from './set-visit.ts'
import { selectInspection, selectInspections, selectPhotoFile, selectPhotos } from './visit.store.ts'
import type { InspectionsOf, StoredInspection } from './visit.store.ts'

type Reader = Pick<Ctx, 'actor' | 'now'> & { db: ReadDb }

/** Whoever inspects and the commune where it lies; the producer once the minutes are closed. */
const readers: Who = { 'provincial-officer': 'any', 'advisory-member': 'assigned', 'commune-officer': 'own-commune' }
const afterwards: Who = { producer: 'owner' }

async function readable(ctx: Reader, id: InspectionId): Promise<StoredInspection> {
  const inspection = await selectInspection(ctx.db, id)
  const ties = inspection && tiesOfInspection(inspection)
  const mayRead = permits(readers, ctx.actor, ties) || (inspection?.status === 'visited' && permits(afterwards, ctx.actor, ties))
  if (!inspection || !mayRead) throw new NotFound('No such inspection', { id })
  return inspection
}

async function whichOf(ctx: Reader): Promise<InspectionsOf> {
  if (hasRole(ctx.actor, 'provincial-officer')) return { all: true }
  if (hasRole(ctx.actor, 'commune-officer', 'advisory-member'))
    return {
      communes: communesOf(ctx.actor, 'commune-officer'),
      inspectorId: hasRole(ctx.actor, 'advisory-member') ? actorId(ctx.actor) : null,
    }
  const producer = await producerOfActor(ctx)
  return producer ? { producerId: producer.id } : { communes: [], inspectorId: null }
}

/** What somebody works on or answers: all for the office, the own commune's, what was given to an adviser, a producer's own. */
export async function listInspections(ctx: Reader) {
  requireRole(ctx.actor, 'provincial-officer', 'commune-officer', 'advisory-member', 'producer')
  return selectInspections(ctx.db, await whichOf(ctx))
}

/** One visit with its sheet, photos and findings, and what the reader may do. */
export async function findInspection(ctx: Reader, id: InspectionId) {
  const inspection = await readable(ctx, id)
  const today = dateInVietnam(ctx.now)
  const grants = grantsOf(ctx.actor, tiesOfInspection(inspection))
  const may = mayOf(inspectionActs, inspection.status, grants)
  const [photos, findings, steps, inspectors, { value: days, ...rule }] = await Promise.all([
    selectPhotos(ctx.db, id),
    selectFindings(ctx.db, id),
    selectFindingSteps(ctx.db, id),
    may.assign === true ? listInspectors(ctx) : [],
    ruleOn(ctx.db, 'inspection.mending-days', today),
  ])
  const isOffice = hasRole(ctx.actor, 'provincial-officer')
  const finishing = decideFinish(inspection, { items: checklist.items, findings })
  return {
    inspection,
    checklist,
    photos,
    findings: findings.map((finding) => ({
      ...finding,
      label: sayItem(finding.item),
      steps: steps.filter(({ findingId }) => findingId === finding.id),
      deadline: formatDeadline(today, finding.dueOn, holidays()),
      isLate: finding.status === 'open' && today > finding.dueOn,
      may: mayOf(findingActs, finding.status, grants),
    })),
    inspectors,
    mending: { days, rule },
    /** Why a withdrawal is to be thought of; only the office proposes one. */
    withdrawal: isOffice ? await withdrawalOf(ctx, inspection) : null,
    proposals: isOffice ? await proposalsOf(ctx, id) : [],
    /** Why the minutes cannot be closed yet. */
    fault: finishing.ok ? null : finishing.refusal,
    today,
    may,
  }
}

/**
 * What a withdrawal would stand on: the minutes are the conclusion on whose day its term begins (Điều 9). Null where nothing of the visit speaks
 * for one.
 */
export async function withdrawalOf(
  { db, now }: Pick<Reader, 'db' | 'now'>,
  { id, code, finishedAt, certificateCode }: StoredInspection,
): Promise<{ certificateCode: string; reason: WithdrawalReason; conclusion: { number: string; on: PlainDate; by: string } } | null> {
  const reason = withdrawalReasonOf(await selectFindings(db, id), dateInVietnam(now))
  if (reason === null || finishedAt === null || certificateCode === null) return null
  const conclusion = { number: `${code.split('-').at(-1)}/BB-HK`, on: dateInVietnam(finishedAt), by: issuers.province.office.name }
  return { certificateCode, reason, conclusion }
}

/** The withdrawals that were proposed on the minutes, for the office. */
async function proposalsOf(ctx: Reader, id: InspectionId): Promise<WithdrawalProposal[]> {
  const ids = await selectProposalIds(ctx.db, id)
  return ids.length === 0 ? [] : proposalsById(ctx, ids)
}

export type InspectionView = Awaited<ReturnType<typeof findInspection>>

/** A photo of a visit, for whoever reads the visit. */
export async function openInspectionPhoto(ctx: Reader & Pick<Ctx, 'files'>, id: InspectionId, photoId: string) {
  const inspection = await readable(ctx, id)
  const photo = await selectPhotoFile(ctx.db, id, photoId)
  const file = photo && (await ctx.files.open(photo.hash))
  if (!file) throw new NotFound('No such photo of this inspection', { id, photoId })
  return { ...file, mediaType: photo.mediaType, name: inspection.code }
}

/** What shows that something was mended, for the same readers. */
export async function openProof(ctx: Reader & Pick<Ctx, 'files'>, id: InspectionId, of: { findingId: string; number: number }) {
  const inspection = await readable(ctx, id)
  const proof = await selectProof(ctx.db, id, of)
  const file = proof && (await ctx.files.open(proof.hash))
  if (!file) throw new NotFound('No such proof of this inspection', { id, ...of })
  return { ...file, mediaType: proof.mediaType, name: proof.name ?? inspection.code }
}
