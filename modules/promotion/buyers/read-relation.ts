import { NotFound, mayOf } from '@dacsan/decisions'
import { addDays, dateInVietnam } from '@dacsan/vietnam'
import type { Ctx } from '../../context.ts'
import { grantsOf } from '../../identity/rules.ts'
import { findPriceList } from '../../shop/index.ts'
import { relationActs } from './acts.ts'
import { openBuyerPhone, selectEnquiry, withoutBuyerPhone } from './enquiry.store.ts'
import { sideOf, tiesOfRelation } from './policy.ts'
import { selectConfirmations, selectOffers, selectPapers, selectRelation, selectSteps } from './relation.store.ts'
import type { StoredConfirmation, StoredStep } from './relation.store.ts'
import type { RelationId } from './rules/ids.ts'
import { isDelivery, knownBy, linesThatHold, stepsFrom } from './rules/stages.ts'
import type { Side } from './rules/stages.ts'
import { selectSession } from './session.store.ts'

type Reader = Pick<Ctx, 'db' | 'actor' | 'now'>

/** The ledger as one side reads it: which lines hold, whose word each is, and what this side may confirm. */
export function ledgerLines(steps: readonly StoredStep[], confirmations: readonly StoredConfirmation[], reader: Side) {
  const held = new Set(linesThatHold(steps).map(({ seq }) => seq))
  return steps.map((step) => {
    const confirmedBy = confirmations.filter(({ seq }) => seq === step.seq)
    const isStep = step.kind === 'step'
    const others = new Set<Side>([step.side, ...confirmedBy.map(({ side }) => side)])
    return {
      seq: step.seq,
      isCorrection: !isStep,
      stage: step.stage,
      onDay: step.onDay,
      side: step.side,
      buyerParty: step.buyerParty,
      producerParty: step.producerParty,
      untilOn: step.untilOn,
      leastVnd: step.leastVnd,
      mostVnd: step.mostVnd,
      isSum: isDelivery(step.stage),
      reason: step.reason,
      words: step.words,
      proofName: step.proofName,
      at: step.at,
      byName: step.byName,
      holds: held.has(step.seq) && isStep,
      isTakenBack: isStep && !held.has(step.seq),
      known: knownBy(
        step.side,
        confirmedBy.map(({ side }) => side),
      ),
      isFirst: step.seq === 1,
      canConfirm: isStep && step.seq > 1 && held.has(step.seq) && reader !== 'office' && !others.has(reader),
    }
  })
}

/** A relation as its producer, the trade office that asked and the department read it; to anybody else it is not there. */
export async function findRelation(ctx: Reader, id: RelationId) {
  const one = await selectRelation(ctx.db, id)
  const side = one && sideOf(ctx.actor, one)
  if (!one || !side) throw new NotFound('No such relation')
  const enquiry = (await selectEnquiry(ctx.db, one.enquiryId))!
  const [phone, steps, confirmations, offers, papers, session, list] = await Promise.all([
    openBuyerPhone(ctx.db, enquiry),
    selectSteps(ctx.db, [id]),
    selectConfirmations(ctx.db, [id]),
    selectOffers(ctx.db, [id]),
    selectPapers(ctx.db, [id]),
    one.sessionId === null ? null : selectSession(ctx.db, one.sessionId),
    side === 'producer' ? findPriceList(ctx) : null,
  ])
  const lines = ledgerLines(steps, confirmations, side)
  const last = lines.filter(({ holds }) => holds).at(-1)!
  const today = dateInVietnam(ctx.now)
  const may = mayOf(relationActs, one.stage, grantsOf(ctx.actor, tiesOfRelation(ctx.actor, one)))
  return {
    relation: { id, producerName: one.producerName, producerSlug: one.producerSlug, productName: one.productName, buyerName: one.buyerName, stage: one.stage, stageSince: one.stageSince, isSample: one.isSample }, // prettier-ignore
    enquiry: { ...withoutBuyerPhone(enquiry), contactPhone: phone },
    session: session ? { id: session.id, name: session.name, heldOn: session.heldOn } : null,
    side,
    lines,
    offers,
    papers: papers.map(({ id: papersId, madeAt, endsOn, downloads, sizeBytes }) => ({ id: papersId, madeAt, endsOn, downloads: Number(downloads), sizeBytes, isOver: endsOn < today })), // prettier-ignore
    packs: (list?.rows ?? []).map(({ packId, name, packName, priceVnd, unit }) => ({ packId, name: [name, packName].filter(Boolean).join(', '), priceVnd, unit })), // prettier-ignore
    next: may.advance === true ? stepsFrom(one.stage) : [],
    correctable: may.correct === true && last.seq > 1 && (side === 'office' || last.side === side) ? last.seq : null,
    may: { offer: may.offer === true, share: may['share-papers'] === true, advance: may.advance === true },
    today,
    validUntil: addDays(today, 30),
  }
}

/** The paper beside a step, for whoever reads the relation. */
export async function openStepProof(ctx: Pick<Ctx, 'db' | 'files' | 'actor'>, id: RelationId, seq: number) {
  const one = await selectRelation(ctx.db, id)
  if (!one || !sideOf(ctx.actor, one)) throw new NotFound('No such relation')
  const step = (await selectSteps(ctx.db, [id])).find((line) => line.seq === seq)
  const opened = step?.proofHash ? await ctx.files.open(step.proofHash) : null
  if (!opened) throw new NotFound('No such paper')
  return { ...opened, mediaType: step!.proofMediaType ?? 'application/octet-stream', name: step!.proofName! }
}
