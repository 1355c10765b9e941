import { inVietnamese } from '@dacsan/platform/vietnamese-order'
import type { PlainDate } from '@dacsan/vietnam'
import { sql } from 'kysely'
import type { ProducerId, ProductId } from '../../catalogue/rules.ts'
import type { ReadDb, Tx } from '../../context.ts'
import { finalStatuses } from '../../dossiers/rules.ts'
import type { UserId } from '../../identity/rules.ts'
import type { YearCallId } from '../rules/ids.ts'
import type { CallReason } from '../rules/year-call.ts'

export type CallableProducer = {
  producerId: ProducerId
  name: string
  communeCode: string
  commune: string
  /** Somebody of it can sign in: otherwise the commune goes there itself. */
  isReachable: boolean
  draft: ProductId | null
  ending: { productId: ProductId; validUntil: PlainDate } | null
  hasProduct: boolean
  isUnderWay: boolean
}

/** Producers with an account, with what could be handed in; `endingTo`: the last day of the certificates that may be judged anew. */
export async function selectCallable(
  db: ReadDb,
  { communes, endingTo }: { communes: readonly string[] | null; endingTo: PlainDate },
): Promise<CallableProducer[]> {
  const rows = await db
    .selectFrom('producer_card as producer')
    .innerJoin('commune_card as commune', 'commune.code', 'producer.commune_code')
    .select((eb) => [
      'producer.id as producerId',
      'producer.name',
      'commune.code as communeCode',
      'commune.name as commune',
      eb
        .exists(
          eb
            .selectFrom('active_member_card as member')
            .select('member.user_id')
            .whereRef('member.organisation_id', '=', 'producer.organisation_id'),
        )
        .as('isReachable'),
      eb
        .selectFrom('dossier_card as dossier')
        .select('dossier.product_id')
        .whereRef('dossier.producer_id', '=', 'producer.id')
        .where('dossier.status', '=', 'draft')
        .orderBy('dossier.updated_at', 'desc')
        .limit(1)
        .as('draft'),
      eb
        .exists(
          eb
            .selectFrom('dossier_card as dossier')
            .select('dossier.id')
            .whereRef('dossier.producer_id', '=', 'producer.id')
            .where('dossier.status', 'not in', ['draft', ...finalStatuses]),
        )
        .as('isUnderWay'),
      eb
        .exists(
          eb
            .selectFrom('product_card as product')
            .select('product.id')
            .whereRef('product.producer_id', '=', 'producer.id')
            .where('product.standing', '=', 'certified'),
        )
        .as('hasProduct'),
      sql<{ productId: ProductId; validUntil: PlainDate } | null>`(
        select jsonb_build_object('productId', product.id, 'validUntil', product.certified_until)
        from product_card product
        where product.producer_id = producer.id and product.in_register and product.standing = 'certified'
          and not product.renewal_under_way and product.certified_until <= ${endingTo}
        order by product.certified_until, product.id limit 1
      )`.as('ending'),
    ])
    .where('producer.organisation_id', 'is not', null)
    .$if(communes !== null, (query) => query.where('commune.code', 'in', communes!.length > 0 ? [...communes!] : ['']))
    .orderBy('producer.name', inVietnamese)
    .orderBy('producer.id')
    .execute()
  return rows.map(({ isReachable, isUnderWay, hasProduct, ...row }) => ({
    ...row,
    isReachable: Boolean(isReachable),
    isUnderWay: Boolean(isUnderWay),
    hasProduct: Boolean(hasProduct),
  }))
}

/** Communes with an office that somebody works in. */
export const selectCommuneOffices = (db: ReadDb): Promise<{ code: string; name: string }[]> =>
  db
    .selectFrom('commune_card as commune')
    .select(['commune.code', 'commune.name'])
    .where((eb) =>
      eb.exists(
        eb
          .selectFrom('organisation_card as office')
          .innerJoin('active_member_card as member', 'member.organisation_id', 'office.id')
          .select('office.id')
          .whereRef('office.commune_code', '=', 'commune.code')
          .where('member.role', '=', 'commune-officer'),
      ),
    )
    .orderBy('commune.name', inVietnamese)
    .orderBy('commune.code')
    .execute()

/** Who was called to a round by a side. */
export async function selectCalled(db: ReadDb, { side, year, round }: { side: string; year: number; round: number }): Promise<string[]> {
  const rows = await db
    .selectFrom('year_call_recipient')
    .select('target')
    .where('side', '=', side)
    .where('year', '=', year)
    .where('round', '=', round)
    .execute()
  return rows.map(({ target }) => target)
}

export type StoredCall = {
  id: YearCallId
  year: number
  round: number
  communeCode: string | null
  lastDay: PlainDate
  at: Date
  byName: string
}

const calls = (db: ReadDb) =>
  db
    .selectFrom('year_call')
    .select(['id', 'year', 'round', 'commune_code as communeCode', 'last_day as lastDay', 'at', 'by_name as byName'])

export const selectCall = (db: ReadDb, id: YearCallId): Promise<StoredCall | undefined> => calls(db).where('id', '=', id).executeTakeFirst()

/** The calls of a round with how many each reached, the latest first; of one commune alone, or of the province (null). */
export const selectCalls = (db: ReadDb, { year, round, communeCode }: { year: number; round: number; communeCode: string | null }) =>
  calls(db)
    .select((eb) => [
      eb
        .selectFrom('year_call_recipient as to')
        .select(eb.fn.countAll<number>().as('count'))
        .whereRef('to.call_id', '=', 'year_call.id')
        .as('count'),
    ])
    .where('year', '=', year)
    .where('round', '=', round)
    .where('commune_code', communeCode === null ? 'is' : '=', communeCode)
    .orderBy('at', 'desc')
    .execute()

export type Recipient = { target: string; reason: CallReason; productId: ProductId | null }

export async function insertCall(tx: Tx, call: StoredCall & { byId: UserId | null }): Promise<void> {
  await tx
    .insertInto('year_call')
    .values({
      id: call.id,
      year: call.year,
      round: call.round,
      commune_code: call.communeCode,
      last_day: call.lastDay,
      at: call.at,
      by_id: call.byId,
      by_name: call.byName,
    })
    .execute()
}

/** How many of them were new: whom another call of the same side reached meanwhile is left out. */
export async function insertRecipients(
  tx: Tx,
  { callId, side, year, round }: { callId: YearCallId; side: string; year: number; round: number },
  recipients: readonly Recipient[],
): Promise<number> {
  if (recipients.length === 0) return 0
  const inserted = await tx
    .insertInto('year_call_recipient')
    .values(
      recipients.map(({ target, reason, productId }) => ({ call_id: callId, side, year, round, target, reason, product_id: productId })),
    )
    .onConflict((conflict) => conflict.columns(['side', 'year', 'round', 'target']).doNothing())
    .returning('target')
    .execute()
  return inserted.length
}

export const selectRecipients = (db: ReadDb, callId: YearCallId) =>
  db
    .selectFrom('year_call_recipient as to')
    .leftJoin('product_card as product', 'product.id', 'to.product_id')
    .select(['to.target', 'to.reason', 'to.product_id as productId', 'product.name as product'])
    .where('to.call_id', '=', callId)
    .orderBy('to.target')
    .execute()
