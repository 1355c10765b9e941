import { NotFound, mayOf } from '@dacsan/decisions'
import type { May } from '@dacsan/decisions'
import { dateInVietnam, formatDeadline } from '@dacsan/vietnam'
import { productsOfProducer, producerFile, producerNumbers } from '../catalogue/index.ts'
import type { ProducerKind } from '../catalogue/index.ts'
import type { Ctx, ReadDb } from '../context.ts'
import { actorId, grantsOf, producersAt, requireRole, system } from '../identity/index.ts'
import { permits } from '../identity/rules.ts'
import type { Actor, UserId, Who } from '../identity/rules.ts'
import { holidays } from '../law/index.ts'
import { openStatuses, producerRequestActs, tiesOf } from './acts.ts'
import type { RequestKind, RequestStatus } from './acts.ts'
import { selectOtherClaims, selectRequest, selectRequestNumbers, selectRequests, selectSteps } from './request.store.ts'
import type { Step, StoredRequest } from './request.store.ts'
import type { ProducerRequestId } from './rules/ids.ts'
import { awaitsHolder, slipsOf } from './producer-slip.ts'
import type { SlipView } from './producer-slip.ts'

type Reader = Pick<Ctx, 'actor' | 'now'> & { db: ReadDb }

/** Whoever may decide a request reads it; leaders and advisers have no business with who somebody's head is. */
const readers: Who = { 'commune-officer': 'own-commune', 'provincial-officer': 'any' }

/** The communes whose requests are the reader's; null: of the whole province. */
export function communesOf(actor: Actor): string[] | null {
  const person = requireRole(actor, 'commune-officer', 'provincial-officer')
  if (person.memberships.some(({ role }) => role === 'provincial-officer')) return null
  return person.memberships.flatMap(({ role, communeCode }) => (role === 'commune-officer' && communeCode !== null ? [communeCode] : []))
}

export function requestDeadline(
  today: string,
  { status, dueOn }: Pick<StoredRequest, 'status' | 'dueOn'>,
): Pick<RequestRow, 'due' | 'late'> {
  const isOpen = openStatuses.some((open) => open === status)
  return { due: isOpen ? formatDeadline(today, dueOn, holidays()) : null, late: isOpen && today > dueOn }
}

export type RequestRow = {
  id: ProducerRequestId
  code: string
  kind: RequestKind
  status: RequestStatus
  name: string
  commune: string
  representative: string
  onBehalf: boolean
  receivedAt: Date
  dueOn: string
  /** What is left, in words; none once it was answered. */
  due: string | null
  late: boolean
}

/** The requests of one's own commune, or of all of them: those that wait, the longest waiting first, or those that were decided. */
export async function listRequests(ctx: Reader, which: 'open' | 'decided' = 'open'): Promise<RequestRow[]> {
  const rows = await selectRequests(ctx.db, { communes: communesOf(ctx.actor), which })
  const today = dateInVietnam(ctx.now)
  return rows.map((row) => rowOf(today, row))
}

/** The columns that lists and the page of one request share, with what is left of its time. */
function rowOf(today: string, request: StoredRequest): RequestRow {
  const { id, code, kind, status, name, commune, representative, onBehalf, receivedAt, dueOn } = request
  const row = { id, code, kind, status, name, commune, representative, onBehalf, receivedAt, dueOn }
  return { ...row, ...requestDeadline(today, row) }
}

/**
 * What waits for an officer: one line each, since when and until when; nothing for anybody else, and not what this officer filed for somebody, which
 * another confirms. For the desk of the office.
 */
export async function requestsWaiting(ctx: Reader): Promise<Pick<RequestRow, 'id' | 'code' | 'kind' | 'name' | 'receivedAt' | 'dueOn'>[]> {
  if (!permits({ 'commune-officer': 'any', 'provincial-officer': 'any' }, ctx.actor)) return []
  const rows = await selectRequests(ctx.db, { communes: communesOf(ctx.actor), which: 'open' })
  return rows
    .filter(
      (row) =>
        permits(producerRequestActs.confirm.by, ctx.actor, tiesOf(row)) && waitsForOffice(row) && row.filedById !== actorId(ctx.actor),
    )
    .map(({ id, code, kind, name, receivedAt, dueOn }) => ({ id, code, kind, name, receivedAt, dueOn }))
}

const waitsForOffice = ({ status }: Pick<StoredRequest, 'status'>) => status === producerRequestActs.file.to

/** One field of the file: what the register says, what was typed, and whether they differ. */
export type Compared = { field: ComparedField; register: string | null; typed: string | null; differs: boolean }
export type ComparedField = 'name' | 'kind' | 'commune' | 'taxCode' | 'registrationNo' | 'representative' | 'address' | 'phone' | 'email'

export type RequestView = RequestRow & {
  version: number
  compared: Compared[]
  note: string | null
  answer: string | null
  decidedAt: Date | null
  decidedByName: string | null
  filedByName: string | null
  paper: { name: string; mediaType: string } | null
  producer: { slug: string; name: string; products: { name: string; stars: number | null }[] } | null
  /** Who works for the producer already. */
  holders: { userId: UserId; name: string }[]
  /** Who else claims the same producer. */
  others: (Pick<RequestRow, 'id' | 'code' | 'name' | 'representative' | 'receivedAt' | 'commune'> & { phone: string | null })[]
  steps: Step[]
  /** The papers that were printed for it, the latest first. */
  slips: SlipView[]
  may: May<typeof producerRequestActs, RequestStatus>
}

/** One request with all that whoever decides it compares. */
export async function findRequest(ctx: Reader, requestId: ProducerRequestId): Promise<RequestView> {
  const request = await readable(ctx, requestId)
  const within = { db: ctx.db, actor: system('joining') }
  const numbers = await selectRequestNumbers(ctx.db, request)
  const producer = request.producerId === null ? null : await producerFile(within, request.producerId)
  const known = producer && (await producerNumbers(within, producer.id).catch(() => ({ taxCode: null, registrationNo: null })))
  const [products, holders, others, steps, slips] = await Promise.all([
    producer ? productsOfProducer(within, producer.id) : [],
    producer?.organisationId ? producersAt(ctx.db, ctx.now, producer.organisationId) : [],
    request.kind === 'claim' ? selectOtherClaims(ctx.db, request) : [],
    selectSteps(ctx.db, request.id),
    slipsOf(ctx, request),
  ])
  const today = dateInVietnam(ctx.now)
  const may = mayOf(producerRequestActs, request.status, grantsOf(ctx.actor, tiesOf(request)))
  const canPrint = awaitsHolder(request) && holders.length === 0
  const { version, note, answer, decidedAt } = request
  return {
    ...rowOf(today, request),
    version,
    note,
    answer,
    decidedAt,
    decidedByName: request.decidedByName,
    filedByName: request.filedByName,
    paper: request.paperHash === null ? null : { name: request.paperName ?? '', mediaType: request.paperType ?? '' },
    producer: producer && {
      slug: producer.slug,
      name: producer.name,
      products: products.map((product) => ({ name: product.name, stars: product.stars })),
    },
    compared: compare(request, numbers, producer && { ...producer, ...known! }),
    holders,
    others: others.map((other) => ({
      id: other.id,
      code: other.code,
      name: other.name,
      representative: other.representative,
      receivedAt: other.receivedAt,
      commune: other.commune,
      phone: other.phone,
    })),
    steps,
    slips,
    may: { ...may, ...(!canPrint && { 'print-slip': { code: 'not-permitted' as const } }) },
  }
}

type Numbers = { taxCode: string | null; registrationNo: string | null }

function compare(
  request: StoredRequest,
  numbers: Numbers,
  producer:
    | (Numbers & { name: string; kind: ProducerKind; place: { commune: string | null } } & Record<
          'representative' | 'address' | 'phone' | 'email',
          string | null
        >)
    | null,
): Compared[] {
  const typed: Record<ComparedField, string | null> = {
    name: request.name,
    kind: request.producerKind,
    commune: request.commune,
    ...numbers,
    representative: request.representative,
    address: request.address,
    phone: request.phone,
    email: request.email,
  }
  const register: Partial<Record<ComparedField, string | null>> = producer
    ? {
        name: producer.name,
        kind: producer.kind,
        commune: producer.place.commune,
        taxCode: producer.taxCode,
        registrationNo: producer.registrationNo,
        representative: producer.representative,
        address: producer.address,
        phone: producer.phone,
        email: producer.email,
      }
    : {}
  return (Object.keys(typed) as ComparedField[]).map((field) => {
    const [before, after] = [register[field] ?? null, typed[field]]
    return { field, register: before, typed: after, differs: producer !== null && after !== null && before !== after }
  })
}

async function readable(ctx: Reader, requestId: ProducerRequestId): Promise<StoredRequest> {
  const request = await selectRequest(ctx.db, 'id', requestId)
  if (!request || !permits(readers, ctx.actor, tiesOf(request))) throw new NotFound('No such request', { requestId })
  return request
}

/** The paper that was shown, for whoever decides. */
export async function openRequestPaper(ctx: Reader & Pick<Ctx, 'files'>, requestId: ProducerRequestId) {
  const request = await readable(ctx, requestId)
  const file = request.paperHash === null ? null : await ctx.files.open(request.paperHash)
  if (!file || request.paperType === null) throw new NotFound('No paper of this request', { requestId })
  return { ...file, mediaType: request.paperType, name: request.paperName ?? request.code }
}
