import { insertRows } from '@dacsan/platform/insert-rows'
import type { PlainDate } from '@dacsan/vietnam'
import type { PackId, ProducerId, ProductId } from '../../catalogue/rules.ts'
import type { ReadDb, Tx } from '../../context.ts'
import type { UserId } from '../../identity/rules.ts'
import type { FairId } from '../fairs/rules/ids.ts'
import type { EndReason } from './rules/choices.ts'
import type { BuyerPapersId, EnquiryId, MatchingSessionId, OfferId, RelationId } from './rules/ids.ts'
import type { Side, Stage } from './rules/stages.ts'

export const relations = (db: ReadDb) =>
  db
    .selectFrom('buyer_relation as relation')
    .innerJoin('buyer_enquiry as enquiry', 'enquiry.id', 'relation.enquiry_id')
    .innerJoin('producer_card as producer', 'producer.id', 'relation.producer_id')
    .leftJoin('product_card as product', 'product.id', 'relation.product_id')
    .select([
      'relation.id',
      'relation.enquiry_id as enquiryId',
      'relation.producer_id as producerId',
      'relation.product_id as productId',
      'product.name as productName',
      'relation.stage',
      'relation.stage_since as stageSince',
      'relation.session_id as sessionId',
      'relation.fair_id as fairId',
      'relation.created_at as createdAt',
      'relation.is_sample as isSample',
      'producer.name as producerName',
      'producer.slug as producerSlug',
      'producer.organisation_id as producerOrganisationId',
      'enquiry.organisation_id as buyerOrganisationId',
      'enquiry.buyer_name as buyerName',
      'enquiry.code as enquiryCode',
      'enquiry.goods',
      'enquiry.aisle',
    ])
export type StoredRelation = Awaited<ReturnType<ReturnType<typeof relations>['executeTakeFirstOrThrow']>>

export const selectRelation = (db: ReadDb, id: RelationId): Promise<StoredRelation | undefined> =>
  relations(db).where('relation.id', '=', id).executeTakeFirst()
export const selectRelationsOf = (db: ReadDb, enquiryId: EnquiryId): Promise<StoredRelation[]> =>
  relations(db).where('relation.enquiry_id', '=', enquiryId).orderBy('relation.created_at').orderBy('relation.id').execute()
/** Those who met at a fair, the first first. */
export const selectRelationsOfFair = (db: ReadDb, fairId: FairId): Promise<StoredRelation[]> =>
  relations(db).where('relation.fair_id', '=', fairId).orderBy('relation.created_at').orderBy('relation.id').limit(1000).execute()

export async function lockRelation(tx: Tx, id: RelationId): Promise<StoredRelation | undefined> {
  const locked = await tx.selectFrom('buyer_relation').select('id').where('id', '=', id).forUpdate().executeTakeFirst()
  return locked && selectRelation(tx, id)
}

type NewRelation = {
  id: RelationId
  enquiryId: EnquiryId
  producerId: ProducerId
  productId: ProductId | null
  sessionId: MatchingSessionId | null
  fairId: FairId | null
  day: PlainDate
  at: Date
  isSample: boolean
}
/** False where these two were brought together before. */
export async function insertRelation(tx: Tx, given: NewRelation): Promise<boolean> {
  const made = await tx
    .insertInto('buyer_relation')
    .values({
      id: given.id,
      enquiry_id: given.enquiryId,
      producer_id: given.producerId,
      product_id: given.productId,
      stage: 'introduced',
      stage_since: given.day,
      session_id: given.sessionId,
      fair_id: given.fairId,
      created_at: given.at,
      is_sample: given.isSample,
    })
    .onConflict((conflict) => conflict.constraint('buyer_relation_pair').doNothing())
    .returning('id')
    .executeTakeFirst()
  return made !== undefined
}

export const updateStage = (tx: Tx, id: RelationId, stage: Stage, since: PlainDate) =>
  tx.updateTable('buyer_relation').set({ stage, stage_since: since }).where('id', '=', id).execute()

/** Where two met; one that is known stays. */
export const updateMeeting = (
  tx: Tx,
  enquiryId: EnquiryId,
  producerId: ProducerId,
  met: { sessionId: MatchingSessionId; fairId: FairId | null },
) =>
  tx
    .updateTable('buyer_relation')
    .set((eb) => ({
      session_id: eb.fn.coalesce('session_id', eb.val(met.sessionId)),
      fair_id: eb.fn.coalesce('fair_id', eb.val(met.fairId)),
    }))
    .where('enquiry_id', '=', enquiryId)
    .where('producer_id', '=', producerId)
    .execute()

const steps = (db: ReadDb) =>
  db
    .selectFrom('buyer_step as step')
    .leftJoin('stored_file_card as proof', 'proof.hash', 'step.proof_file_hash')
    .select([
      'step.relation_id as relationId',
      'step.seq',
      'step.kind',
      'step.stage',
      'step.on_day as onDay',
      'step.side',
      'step.buyer_party as buyerParty',
      'step.producer_party as producerParty',
      'step.until_on as untilOn',
      'step.least_vnd as leastVnd',
      'step.most_vnd as mostVnd',
      'step.reason',
      'step.words',
      'step.proof_file_hash as proofHash',
      'step.proof_name as proofName',
      'proof.media_type as proofMediaType',
      'step.request_key as requestKey',
      'step.at',
      'step.by_name as byName',
    ])
export type StoredStep = Awaited<ReturnType<ReturnType<typeof steps>['executeTakeFirstOrThrow']>>

export const selectSteps = (db: ReadDb, ids: readonly RelationId[]): Promise<StoredStep[]> =>
  steps(db)
    .where('step.relation_id', 'in', ids.length > 0 ? [...ids] : ['brl_' as RelationId])
    .orderBy('step.relation_id')
    .orderBy('step.seq')
    .execute()

export const selectConfirmations = (db: ReadDb, ids: readonly RelationId[]) =>
  db
    .selectFrom('buyer_step_confirmation')
    .select(['relation_id as relationId', 'seq', 'side', 'at', 'by_name as byName'])
    .where('relation_id', 'in', ids.length > 0 ? [...ids] : ['brl_' as RelationId])
    .orderBy('at')
    .execute()
export type StoredConfirmation = Awaited<ReturnType<typeof selectConfirmations>>[number]

export type NewStep = {
  relationId: RelationId
  seq: number
  kind: 'step' | 'correction'
  stage: Stage
  onDay: PlainDate
  side: Side
  buyerParty?: string | null
  producerParty?: string | null
  untilOn?: PlainDate | null
  leastVnd?: number | null
  mostVnd?: number | null
  reason?: EndReason | null
  words: string
  proof?: { hash: string; name: string } | null
  requestKey: string
  at: Date
  byId: UserId | null
  byName: string
}
export async function insertStep(tx: Tx, given: NewStep): Promise<void> {
  await insertRows(tx, 'buyer_step', [
    {
      relation_id: given.relationId,
      seq: given.seq,
      kind: given.kind,
      stage: given.stage,
      on_day: given.onDay,
      side: given.side,
      buyer_party: given.buyerParty ?? null,
      producer_party: given.producerParty ?? null,
      until_on: given.untilOn ?? null,
      least_vnd: given.leastVnd ?? null,
      most_vnd: given.mostVnd ?? null,
      reason: given.reason ?? null,
      words: given.words,
      proof_file_hash: given.proof?.hash ?? null,
      proof_name: given.proof?.name ?? null,
      request_key: given.requestKey,
      at: given.at,
      by_id: given.byId,
      by_name: given.byName,
    },
  ])
}

type NewConfirmation = { relationId: RelationId; seq: number; side: 'buyer' | 'producer'; at: Date; byName: string }
export const insertConfirmation = (tx: Tx, { relationId, seq, side, at, byName }: NewConfirmation) =>
  tx
    .insertInto('buyer_step_confirmation')
    .values({ relation_id: relationId, seq, side, at, by_name: byName })
    .onConflict((conflict) => conflict.columns(['relation_id', 'seq', 'side']).doNothing())
    .execute()

export const selectOffers = (db: ReadDb, ids: readonly RelationId[]) =>
  db
    .selectFrom('buyer_offer')
    .select([
      'id',
      'relation_id as relationId',
      'goods',
      'unit',
      'price_vnd as priceVnd',
      'least_number as leastNumber',
      'gives_sample as givesSample',
      'lead_days as leadDays',
      'shelf_life_days as shelfLifeDays',
      'valid_until as validUntil',
      'words',
      'at',
      'by_name as byName',
    ])
    .where('relation_id', 'in', ids.length > 0 ? [...ids] : ['brl_' as RelationId])
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .execute()

export const hasOffer = async (db: ReadDb, requestKey: string): Promise<boolean> =>
  (await db.selectFrom('buyer_offer').select('id').where('request_key', '=', requestKey).executeTakeFirst()) !== undefined

type NewOffer = {
  id: OfferId
  relationId: RelationId
  packId: PackId | null
  goods: string
  unit: string
  priceVnd: number
  leastNumber: number
  givesSample: boolean
  leadDays: number
  shelfLifeDays: number | null
  validUntil: PlainDate
  words: string
  requestKey: string
  at: Date
  byId: UserId | null
  byName: string
}
export async function insertOffer(tx: Tx, given: NewOffer): Promise<void> {
  await insertRows(tx, 'buyer_offer', [
    {
      id: given.id,
      relation_id: given.relationId,
      pack_id: given.packId,
      goods: given.goods,
      unit: given.unit,
      price_vnd: given.priceVnd,
      least_number: given.leastNumber,
      gives_sample: given.givesSample,
      lead_days: given.leadDays,
      shelf_life_days: given.shelfLifeDays,
      valid_until: given.validUntil,
      words: given.words,
      request_key: given.requestKey,
      at: given.at,
      by_id: given.byId,
      by_name: given.byName,
    },
  ])
}

export const selectPapers = (db: ReadDb, ids: readonly RelationId[]) =>
  db
    .selectFrom('buyer_papers as papers')
    .select((eb) => [
      'papers.id',
      'papers.relation_id as relationId',
      'papers.pack_file_hash as hash',
      'papers.size_bytes as sizeBytes',
      'papers.made_at as madeAt',
      'papers.ends_on as endsOn',
      eb
        .selectFrom('buyer_papers_download as download')
        .whereRef('download.papers_id', '=', 'papers.id')
        .select((count) => count.fn.countAll<number>().as('number'))
        .as('downloads'),
    ])
    .where('papers.relation_id', 'in', ids.length > 0 ? [...ids] : ['brl_' as RelationId])
    .orderBy('papers.made_at', 'desc')
    .execute()

type NewPapers = { id: BuyerPapersId; relationId: RelationId; hash: string; sizeBytes: number; at: Date; endsOn: PlainDate; byName: string }
export async function insertPapers(tx: Tx, given: NewPapers): Promise<void> {
  await insertRows(tx, 'buyer_papers', [
    {
      id: given.id,
      relation_id: given.relationId,
      pack_file_hash: given.hash,
      size_bytes: given.sizeBytes,
      made_at: given.at,
      ends_on: given.endsOn,
      by_name: given.byName,
    },
  ])
}

export const selectPapersById = (db: ReadDb, id: BuyerPapersId) =>
  db
    .selectFrom('buyer_papers')
    .select(['id', 'relation_id as relationId', 'pack_file_hash as hash', 'ends_on as endsOn'])
    .where('id', '=', id)
    .executeTakeFirst()

export async function insertPapersDownload(tx: Tx, id: BuyerPapersId, at: Date): Promise<void> {
  await insertRows(tx, 'buyer_papers_download', [{ papers_id: id, at }])
}
