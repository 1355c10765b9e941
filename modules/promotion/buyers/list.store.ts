import { sql } from 'kysely'
import type { PlainDate } from '@dacsan/vietnam'
import type { ReadDb } from '../../context.ts'
import type { OrganisationId } from '../../identity/rules.ts'
import type { EnquiryStatus, SessionStatus } from './acts.ts'
import type { BuyerKind } from './rules/choices.ts'
import type { EnquiryId, MatchingSessionId, RelationId } from './rules/ids.ts'
import type { Stage } from './rules/stages.ts'

/** Whose rows: all, or those of these organisations. */
export type Whose = { all: true } | { producers: readonly OrganisationId[]; buyers: readonly OrganisationId[] }
const idsOf = (ids: readonly OrganisationId[]) => (ids.length > 0 ? [...ids] : ['org_' as OrganisationId])

export type ListedRelation = {
  id: RelationId
  buyer: string
  producer: string
  goods: string
  stage: Stage
  since: PlainDate
  offers: number
}
export function relationsListed(db: ReadDb, whose: Whose) {
  let asked = db
    .selectFrom('buyer_relation as relation')
    .innerJoin('buyer_enquiry as enquiry', 'enquiry.id', 'relation.enquiry_id')
    .innerJoin('producer_card as producer', 'producer.id', 'relation.producer_id')
    .leftJoin('product_card as product', 'product.id', 'relation.product_id')
  if (!('all' in whose))
    asked = asked.where((eb) =>
      eb.or([eb('producer.organisation_id', 'in', idsOf(whose.producers)), eb('enquiry.organisation_id', 'in', idsOf(whose.buyers))]),
    )
  return sql<ListedRelation>`${asked.select([
    'relation.id',
    'enquiry.buyer_name as buyer',
    'producer.name as producer',
    sql`coalesce(product.name, enquiry.goods)`.as('goods'),
    'relation.stage',
    'relation.stage_since as since',
    sql`(select count(*) from buyer_offer where relation_id = relation.id)::int`.as('offers'),
  ])}`
}

export type ListedEnquiry = {
  id: EnquiryId
  code: string
  buyer: string
  kind: BuyerKind
  goods: string
  region: string
  status: EnquiryStatus
  askedAt: Date
  answerBy: PlainDate
  producers: number
}
export function enquiriesListed(db: ReadDb, whose: Whose) {
  let asked = db.selectFrom('buyer_enquiry as enquiry')
  if (!('all' in whose)) asked = asked.where('enquiry.organisation_id', 'in', idsOf(whose.buyers))
  return sql<ListedEnquiry>`${asked.select([
    'enquiry.id',
    'enquiry.code',
    'enquiry.buyer_name as buyer',
    'enquiry.kind',
    'enquiry.goods',
    'enquiry.region',
    'enquiry.status',
    'enquiry.asked_at as askedAt',
    'enquiry.answer_by as answerBy',
    sql`(select count(*) from buyer_relation where enquiry_id = enquiry.id)::int`.as('producers'),
  ])}`
}

export type ListedSession = {
  id: MatchingSessionId
  name: string
  status: SessionStatus
  heldOn: PlainDate
  venue: string
  meetings: number
  missed: number
}
export function sessionsListed(db: ReadDb, whose: Whose) {
  let asked = db.selectFrom('matching_session as session')
  if (!('all' in whose))
    asked = asked.where((eb) =>
      eb.exists(
        eb
          .selectFrom('matching_slot as slot')
          .innerJoin('buyer_enquiry as enquiry', 'enquiry.id', 'slot.enquiry_id')
          .innerJoin('producer_card as producer', 'producer.id', 'slot.producer_id')
          .select('slot.session_id')
          .whereRef('slot.session_id', '=', 'session.id')
          .where((own) =>
            own.or([
              own('producer.organisation_id', 'in', idsOf(whose.producers)),
              own('enquiry.organisation_id', 'in', idsOf(whose.buyers)),
            ]),
          ),
      ),
    )
  return sql<ListedSession>`${asked.select([
    'session.id',
    'session.name',
    'session.status',
    'session.held_on as heldOn',
    'session.venue',
    sql`(select count(*) from matching_slot where session_id = session.id)::int`.as('meetings'),
    sql`(select count(*) from matching_slot where session_id = session.id and outcome <> 'met')::int`.as('missed'),
  ])}`
}
