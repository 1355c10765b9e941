import { requireRole } from '../../identity/index.ts'
import { organisationsOf } from '../../identity/rules.ts'
import type { Actor } from '../../identity/rules.ts'
import type { List } from '../../list.ts'
import { enquiriesListed, relationsListed, sessionsListed } from './list.store.ts'
import type { ListedEnquiry, ListedRelation, ListedSession, Whose } from './list.store.ts'
import { isOffice } from './policy.ts'
import { buyerKindWords, enquiryStatusWords, sessionStatusWords, stageWords } from './words/names.ts'
import { listWords as words } from './words/pages.ts'

/** The department sees all, a producer and a trade office of another province what is theirs. */
const whoseOf = (actor: Actor): Whose =>
  isOffice(actor) ? { all: true } : { producers: organisationsOf(actor, 'producer'), buyers: organisationsOf(actor, 'trade-office') }

export const relationList: List<ListedRelation> = {
  name: 'ket-noi',
  path: '/van-phong/ket-noi',
  title: words.relations,
  columns: [
    { key: 'buyer', label: words.buyer, kind: 'text' },
    { key: 'producer', label: words.producer, kind: 'text' },
    { key: 'goods', label: words.goods, kind: 'text' },
    { key: 'stage', label: words.stage, kind: 'choice', choices: stageWords },
    { key: 'since', label: words.since, kind: 'day', always: true },
    { key: 'offers', label: words.offers, kind: 'number' },
  ],
  searched: ['buyer', 'producer', 'goods'],
  codes: [],
  filters: [
    { name: 'buoc', label: words.stage, column: 'stage', kind: 'choice', choices: stageWords, any: words.anyStage },
    { name: 'tu', label: words.from, column: 'since', kind: 'from' },
    { name: 'den', label: words.to, column: 'since', kind: 'to' },
  ],
  first: ['-since', 'id'],
  source: async ({ db, actor }) => {
    requireRole(actor, 'trade-department', 'producer', 'trade-office')
    return { statement: relationsListed(db, whoseOf(actor)) }
  },
}

export const enquiryList: List<ListedEnquiry> = {
  name: 'nhu-cau-mua',
  path: '/van-phong/ket-noi/nhu-cau',
  title: words.enquiries,
  columns: [
    { key: 'code', label: words.code, kind: 'text' },
    { key: 'buyer', label: words.buyer, kind: 'text' },
    { key: 'kind', label: words.kind, kind: 'choice', choices: buyerKindWords },
    { key: 'goods', label: words.goods, kind: 'text' },
    { key: 'region', label: words.region, kind: 'text' },
    { key: 'status', label: words.status, kind: 'choice', choices: enquiryStatusWords },
    { key: 'askedAt', label: words.askedAt, kind: 'moment', always: true },
    { key: 'answerBy', label: words.answerBy, kind: 'day' },
    { key: 'producers', label: words.producers, kind: 'number' },
  ],
  searched: ['buyer', 'goods', 'region'],
  codes: ['code'],
  filters: [
    { name: 'tinh-trang', label: words.status, column: 'status', kind: 'choice', choices: enquiryStatusWords, any: words.anyStatus },
    { name: 'loai', label: words.kind, column: 'kind', kind: 'choice', choices: buyerKindWords, any: words.anyKind },
    { name: 'tu', label: words.from, column: 'askedAt', kind: 'from' },
    { name: 'den', label: words.to, column: 'askedAt', kind: 'to' },
  ],
  first: ['-askedAt', 'id'],
  source: async ({ db, actor }) => {
    requireRole(actor, 'trade-department', 'trade-office')
    return { statement: enquiriesListed(db, whoseOf(actor)) }
  },
}

export const sessionList: List<ListedSession> = {
  name: 'phien-ket-noi',
  path: '/van-phong/ket-noi/phien',
  title: words.sessions,
  columns: [
    { key: 'name', label: words.name, kind: 'text' },
    { key: 'status', label: words.status, kind: 'choice', choices: sessionStatusWords },
    { key: 'heldOn', label: words.heldOn, kind: 'day', always: true },
    { key: 'venue', label: words.venue, kind: 'text' },
    { key: 'meetings', label: words.meetings, kind: 'number' },
    { key: 'missed', label: words.missed, kind: 'number' },
  ],
  searched: ['name', 'venue'],
  codes: [],
  filters: [
    { name: 'tinh-trang', label: words.status, column: 'status', kind: 'choice', choices: sessionStatusWords, any: words.anyStatus },
    { name: 'tu', label: words.from, column: 'heldOn', kind: 'from' },
    { name: 'den', label: words.to, column: 'heldOn', kind: 'to' },
  ],
  first: ['-heldOn', 'id'],
  source: async ({ db, actor }) => {
    requireRole(actor, 'trade-department', 'producer', 'trade-office')
    return { statement: sessionsListed(db, whoseOf(actor)) }
  },
}
