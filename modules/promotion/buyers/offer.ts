import { NotFound, done, refuse, refuseStatus } from '@dacsan/decisions'
import type { Outcome } from '@dacsan/decisions'
import { inTransaction } from '@dacsan/platform/context'
import { recordFile } from '@dacsan/platform/files'
import { addDays, dateInVietnam } from '@dacsan/vietnam'
import type { Ctx } from '../../context.ts'
import { actorId, requireAct } from '../../identity/index.ts'
import { ruleOn } from '../../law/index.ts'
import { findPriceList, wholesalePack } from '../../shop/index.ts'
import { relationActs } from './acts.ts'
import { selectEnquiryByCode } from './enquiry.store.ts'
import type { OfferInput, RelationInput } from './inputs.ts'
import { beginRelation, madeBy, recordRelation, sideOf, tiesOfRelation } from './policy.ts'
import { hasOffer, insertOffer, insertPapers, insertPapersDownload, selectPapersById, selectRelation } from './relation.store.ts'
import type { BuyerPapersId } from './rules/ids.ts'
import type { OfferRefusal, PapersRefusal, RelationEnded } from './rules/refusals.ts'

/** What a producer offers: a pack of its own price list at that price or another, or goods that are not sold there. The same form sent twice is one offer. */
export async function offerGoods(ctx: Ctx, input: OfferInput): Promise<Outcome<null, RelationEnded | OfferRefusal>> {
  return inTransaction(ctx, async (tx): Promise<Outcome<null, RelationEnded | OfferRefusal>> => {
    const begun = await beginRelation(tx, ctx, 'offer', input.relationId)
    if (!begun.ok) return begun
    if (await hasOffer(tx, input.requestKey)) return done(null)
    if (input.validUntil < dateInVietnam(ctx.now)) return refuse('valid-before')
    const packed =
      input.packId === null ? null : (await findPriceList({ ...ctx, db: tx })).rows.find(({ packId }) => packId === input.packId)
    if (packed === undefined) return refuse('pack-unknown')
    const goods = packed ? [packed.name, packed.packName].filter(Boolean).join(', ') : input.goods
    const unit = packed ? packed.unit : input.unit
    if (!goods || !unit) return refuse('goods-missing')
    const priceVnd = input.priceVnd ?? packed?.priceVnd ?? null
    if (priceVnd === null) return refuse('price-missing')
    await insertOffer(tx, { ...input, id: ctx.newId('bof'), goods: goods.slice(0, 400), unit, priceVnd, ...madeBy(ctx) })
    await recordRelation(tx, ctx, 'offer', begun.value.one)
    return done(null)
  })
}

/** Price list, certificates in force and test reports with their days, as they are today, in one file that the buyer opens until a day. */
export async function sharePapers(ctx: Ctx, { relationId }: RelationInput): Promise<Outcome<null, RelationEnded | PapersRefusal>> {
  const known = await selectRelation(ctx.db, relationId)
  if (!known) throw new NotFound('No such relation')
  // Before anything is drawn: whoever may not share it costs nothing.
  requireAct(ctx.actor, relationActs['share-papers'], tiesOfRelation(ctx.actor, known))
  const ended = refuseStatus(relationActs['share-papers'], known.stage) as ReturnType<
    typeof refuseStatus<(typeof relationActs)['advance'], typeof known.stage>
  >
  if (ended) return ended
  if (sideOf(ctx.actor, known) !== 'producer' || (await findPriceList(ctx)).rows.length === 0) return refuse('nothing-to-share')
  const packed = await wholesalePack(ctx, { origin: ctx.origin })
  if (!packed.ok) return packed
  const file = await ctx.files.keepOwn(packed.value, { name: 'bo-giay-to.zip', mediaType: 'application/zip' })
  return inTransaction(ctx, async (tx): Promise<Outcome<null, RelationEnded | PapersRefusal>> => {
    const begun = await beginRelation(tx, ctx, 'share-papers', relationId)
    if (!begun.ok) return begun
    const today = dateInVietnam(ctx.now)
    const { value: days } = await ruleOn(tx, 'buyers.papers-days', today)
    await recordFile(tx, file, { by: actorId(ctx.actor), at: ctx.now })
    const { at, byName } = madeBy(ctx)
    await insertPapers(tx, { id: ctx.newId('bpa'), relationId, hash: file.hash, sizeBytes: packed.value.length, at, byName, endsOn: addDays(today, days) }) // prettier-ignore
    await recordRelation(tx, ctx, 'share-papers', begun.value.one)
    return done(null)
  })
}

/** The file of papers, for whoever has the code of the enquiry, until its day; each time is counted. */
export async function openBuyerPapers(ctx: Ctx, code: string, id: BuyerPapersId) {
  const enquiry = await selectEnquiryByCode(ctx.db, code)
  const papers = enquiry && (await selectPapersById(ctx.db, id))
  const relation = papers && (await selectRelation(ctx.db, papers.relationId))
  if (!papers || !relation || relation.enquiryId !== enquiry.id) throw new NotFound('No such papers')
  if (papers.endsOn < dateInVietnam(ctx.now)) throw new NotFound('These papers are closed', { endsOn: papers.endsOn })
  const opened = await ctx.files.open(papers.hash)
  if (!opened) throw new NotFound('The papers are gone')
  // The producer and the office look at it without being counted as the buyer.
  if (sideOf(ctx.actor, relation) !== 'producer' && sideOf(ctx.actor, relation) !== 'office')
    await inTransaction(ctx, (tx) => insertPapersDownload(tx, id, ctx.now))
  return { ...opened, mediaType: 'application/zip', name: `giay-to-${relation.producerSlug}.zip` }
}
