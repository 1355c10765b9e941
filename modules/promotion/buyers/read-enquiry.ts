import { NotFound, mayOf } from '@dacsan/decisions'
import { dateInVietnam, foldText } from '@dacsan/vietnam'
import { searchProducers } from '../../catalogue/index.ts'
import type { Ctx } from '../../context.ts'
import { grantsOf } from '../../identity/rules.ts'
import { enquiryActs } from './acts.ts'
import {
  openBuyerPhone,
  selectCandidates,
  selectEnquiry,
  selectEnquiryByCode,
  selectProductNamed,
  withoutBuyerPhone,
} from './enquiry.store.ts'
import { isOffice, readsEnquiry, tiesOfEnquiry } from './policy.ts'
import { selectConfirmations, selectOffers, selectPapers, selectRelationsOf, selectSteps } from './relation.store.ts'
import { ledgerLines } from './read-relation.ts'
import type { EnquiryId } from './rules/ids.ts'
import { selectFairsToName } from './session.store.ts'

type Reader = Pick<Ctx, 'db' | 'actor' | 'now'>

/** What the form of a buyer begins with: the product from whose page it came. */
export async function enquiryForm({ db }: Pick<Ctx, 'db'>, productSlug: string | null) {
  return { product: productSlug === null ? null : ((await selectProductNamed(db, productSlug)) ?? null) }
}

/** An enquiry as the department, or the trade office that sent it, works with it; to anybody else it is not there. */
export async function findEnquiry(ctx: Reader, id: EnquiryId, q = '') {
  const one = await selectEnquiry(ctx.db, id)
  if (!one || !readsEnquiry(ctx.actor, one)) throw new NotFound('No such enquiry')
  const mine = isOffice(ctx.actor)
  const [relations, phone, candidates, named, fairs] = await Promise.all([
    selectRelationsOf(ctx.db, id),
    openBuyerPhone(ctx.db, one),
    mine ? candidatesFor(ctx, q || one.goods) : [],
    mine && q ? searchProducers(ctx, q) : [],
    mine ? selectFairsToName(ctx.db) : [],
  ])
  const known = new Set(relations.map(({ producerId }) => producerId))
  return {
    enquiry: { ...withoutBuyerPhone(one), contactPhone: phone, isLate: one.introducedAt === null && one.closeReason === null && one.answerBy < dateInVietnam(ctx.now) }, // prettier-ignore
    relations: relations.map(({ id: relationId, producerName, productName, stage, stageSince }) => ({ id: relationId, producerName, productName, stage, stageSince })), // prettier-ignore
    candidates: [
      ...candidates.filter(({ id: producerId }) => !known.has(producerId)),
      ...named
        .filter((found) => !known.has(found.id) && candidates.every((candidate) => candidate.id !== found.id))
        .map(({ id: producerId, name }) => ({ id: producerId, name, goods: [] as string[] })),
    ],
    fairs,
    isOffice: mine,
    may: mayOf(enquiryActs, one.status, grantsOf(ctx.actor, tiesOfEnquiry(one))),
  }
}

/** Producers whose certified goods are called so; where all the words together find nobody, the first of them alone. */
async function candidatesFor({ db }: Pick<Ctx, 'db'>, text: string) {
  const words = foldText(text).split(/[^a-z0-9]+/).filter((word) => word.length > 1) // prettier-ignore
  if (words.length === 0) return []
  const found = await selectCandidates(db, words.slice(0, 6))
  const rows = found.length > 0 ? found : await selectCandidates(db, words.slice(0, 2))
  return [...Map.groupBy(rows, ({ producerId }) => producerId)].map(([id, goods]) => ({
    id,
    name: goods[0]!.producerName,
    goods: goods.map(({ name, stars }) => (stars === null ? name : `${name} ${'★'.repeat(stars)}`)),
  }))
}

/** What a buyer sees of its enquiry by the code: who was named, what they offer, their papers, and what they say has happened. */
export async function followEnquiry({ db, now }: Pick<Ctx, 'db' | 'now'>, code: string) {
  const one = await selectEnquiryByCode(db, code.trim().toUpperCase())
  if (!one) throw new NotFound('No such enquiry')
  const relations = await selectRelationsOf(db, one.id)
  const ids = relations.map(({ id }) => id)
  const [offers, papers, steps, confirmations] = await Promise.all([
    selectOffers(db, ids),
    selectPapers(db, ids),
    selectSteps(db, ids),
    selectConfirmations(db, ids),
  ])
  const today = dateInVietnam(now)
  const { buyerName, goods, productName, productSlug, perMonth, unit, askedAt, answerBy, isSample, closeReason, language } = one
  return {
    code: one.code,
    enquiry: { buyerName, goods, productName, productSlug, perMonth, unit, askedAt, answerBy, isSample, closeReason, language },
    isOpen: one.status === 'open',
    isClosed: one.status === 'closed',
    relations: relations.map(({ id, producerName, producerSlug, stage }) => ({
      id,
      producerName,
      producerSlug,
      stage,
      offer: offers.find(({ relationId }) => relationId === id) ?? null,
      papers: papers.filter((pack) => pack.relationId === id && pack.endsOn >= today).slice(0, 1).map((pack) => ({ id: pack.id, endsOn: pack.endsOn, sizeBytes: pack.sizeBytes })), // prettier-ignore
      steps: ledgerLines(
        steps.filter(({ relationId }) => relationId === id),
        confirmations.filter(({ relationId }) => relationId === id),
        'buyer',
      ),
    })),
  }
}
