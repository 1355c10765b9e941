import { NotFound, mayOf } from '@dacsan/decisions'
import type { May } from '@dacsan/decisions'
import { dateInVietnam, formatDeadline } from '@dacsan/vietnam'
import { findProduct, producerFile, productsOfProducer, producerOfActor, registerDay } from '../../catalogue/index.ts'
import { certificateState } from '../../catalogue/rules.ts'
import type { CertificateState, ProducerKind } from '../../catalogue/rules.ts'
import type { Ctx, ReadDb } from '../../context.ts'
import { grantsOf, producersAt, requireRole } from '../../identity/index.ts'
import { communesOf, organisationsOf, permits } from '../../identity/rules.ts'
import type { Actor, Who } from '../../identity/rules.ts'
import { holidays, ruleOn } from '../../law/index.ts'
import type { LegalSource } from '../../law/index.ts'
import { productTransferActs } from '../acts.ts'
import type { TransferAct, TransferSide, TransferStatus } from '../acts.ts'
import type { ProductTransferId } from '../rules/ids.ts'
import '../topics.ts'
import { tiesOfTransfer } from './answer-transfer.ts'
import { within } from './judge-transfer.ts'
import {
  countLots,
  selectTransfer,
  selectTransferPaper,
  selectTransferSteps,
  selectTransfers,
  selectTransfersOf,
} from './transfer.store.ts'
import type { StoredTransfer, TransferStep } from './transfer.store.ts'

type Reader = Pick<Ctx, 'actor' | 'now'> & { db: ReadDb }
const officers: Who = { 'commune-officer': 'own-commune', 'provincial-officer': 'any' }

export type TransferRow = {
  id: ProductTransferId
  code: string
  status: TransferStatus
  productName: string
  fromName: string
  toName: string
  commune: string | null
  askedBy: TransferSide
  filedAt: Date
  waitsSince: Date
  dueOn: string | null
  due: string | null
  late: boolean
}

function rowOf(today: string, transfer: StoredTransfer): TransferRow {
  const { id, code, status, productName, fromName, toName, commune, askedBy, filedAt, waitsSince, dueOn } = transfer
  const lies = dueOn !== null && (status === 'agreed' || status === 'checked')
  return {
    id,
    code,
    status,
    productName,
    fromName,
    toName,
    commune,
    askedBy,
    filedAt,
    waitsSince,
    dueOn,
    due: lies ? formatDeadline(today, dueOn, holidays()) : null,
    late: lies && today > dueOn,
  }
}

/** Those of one's own commune, or of the whole province for its office. */
export async function listTransfers(ctx: Reader, which: 'open' | 'decided' = 'open'): Promise<TransferRow[]> {
  const person = requireRole(ctx.actor, 'commune-officer', 'provincial-officer')
  const all = person.memberships.some(({ role }) => role === 'provincial-officer')
  const rows = await selectTransfers(ctx.db, { communes: all ? null : communesOf(ctx.actor, 'commune-officer'), which })
  const today = dateInVietnam(ctx.now)
  return rows.map((row) => rowOf(today, row))
}

/** The desk on which a transfer lies now: the commune checks first, then the office of the province; its part is the office's where there is no commune. */
function liesWith(actor: Actor, { status, deskCommuneCode, attestedById, checkedById }: StoredTransfer): boolean {
  const ofCommune = status === 'agreed' && communesOf(actor, 'commune-officer').includes(deskCommuneCode ?? '')
  const office = permits({ 'provincial-officer': 'any' }, actor)
  const vouched = actor.kind === 'person' && [attestedById, checkedById].includes(actor.userId)
  return ofCommune || (office && ((status === 'agreed' && deskCommuneCode === null) || (status === 'checked' && !vouched)))
}

/** What waits for an officer, the longest waiting first; nothing for anybody else. */
export async function transfersWaiting(ctx: Reader): Promise<StoredTransfer[]> {
  if (!permits({ 'commune-officer': 'any', 'provincial-officer': 'any' }, ctx.actor)) return []
  const all = permits({ 'provincial-officer': 'any' }, ctx.actor)
  const rows = await selectTransfers(ctx.db, { communes: all ? null : communesOf(ctx.actor, 'commune-officer'), which: 'open' })
  return rows.filter((row) => liesWith(ctx.actor, row))
}

/** What the signed-in producer gives or is to be given, with its own products that it may give. */
export async function ownTransfers(ctx: Reader) {
  requireRole(ctx.actor, 'producer')
  const producer = await producerOfActor(ctx)
  if (!producer) return { producer: null, transfers: [], products: [] }
  const [rows, products] = await Promise.all([selectTransfersOf(ctx.db, producer.id), productsOfProducer(ctx, producer.id)])
  const today = dateInVietnam(ctx.now)
  return {
    producer: { id: producer.id, name: producer.name },
    transfers: rows.map((row) => rowOf(today, row)),
    products: products.map(({ id, name, stars }) => ({ id, name, stars })),
  }
}

type Party = { name: string; slug: string; kind: ProducerKind; commune: string | null; hasAccount: boolean; products: number }

export type TransferView = TransferRow & {
  version: number
  reason: string
  filedByName: string
  answer: string | null
  productSlug: string
  from: Party
  to: Party
  /** What of the product goes over, and what stays. */
  facts: {
    stars: number | null
    certificate: CertificateState
    certificateCode: string | null
    certifiedUntil: string | null
    gtin: string | null
    lots: number
  }
  rule: LegalSource & { states: readonly CertificateState[] }
  steps: TransferStep[]
  may: May<typeof productTransferActs, TransferStatus>
}

async function readable(ctx: Reader, transferId: ProductTransferId): Promise<StoredTransfer> {
  const transfer = await selectTransfer(ctx.db, 'id', transferId)
  const own = organisationsOf(ctx.actor, 'producer')
  const isSide = [transfer?.fromOrganisationId, transfer?.toOrganisationId].some((id) => id && own.includes(id))
  if (!transfer || !(isSide || permits(officers, ctx.actor, { commune: transfer.deskCommuneCode })))
    throw new NotFound('No such product-transfer', { transferId })
  return transfer
}

/** One transfer with all that both sides and whoever decides compare. */
export async function findTransfer(ctx: Reader, transferId: ProductTransferId): Promise<TransferView> {
  const transfer = await readable(ctx, transferId)
  const inside = within(ctx.db)
  const today = dateInVietnam(ctx.now)
  const party = async (of: 'fromId' | 'toId'): Promise<Party> => {
    const { name, slug, kind, place, organisationId, id } = await producerFile(inside, transfer[of])
    const [people, products] = await Promise.all([
      organisationId === null ? [] : producersAt(ctx.db, ctx.now, organisationId),
      productsOfProducer(inside, id),
    ])
    return { name, slug, kind, commune: place.commune, hasAccount: people.length > 0, products: products.length }
  }
  const [from, to, product, day, steps, lots, law] = await Promise.all([
    party('fromId'),
    party('toId'),
    findProduct(inside, transfer.productId),
    registerDay(ctx),
    selectTransferSteps(ctx.db, transfer.id),
    countLots(ctx.db, transfer.productId, transfer.fromId),
    ruleOn(ctx.db, 'product.transfer-states', today),
  ])
  const { value: states, ...rule } = law
  const { stars, certificateCode, certifiedUntil, gtin } = product
  const { version, reason, filedByName, answer, productSlug, status } = transfer
  const acts = Object.keys(productTransferActs) as TransferAct[]
  const may = Object.fromEntries(
    acts.map((act) => [act, mayOf(productTransferActs, status, grantsOf(ctx.actor, tiesOfTransfer(transfer, act)))[act]]),
  ) as TransferView['may']
  const onPaper = transfer.askedBy === 'from' ? !to.hasAccount : !from.hasAccount
  return {
    ...rowOf(today, transfer),
    version,
    reason,
    filedByName,
    answer,
    productSlug,
    from,
    to,
    steps,
    facts: { stars, certificate: certificateState(product, day), certificateCode, certifiedUntil, gtin, lots },
    rule: { ...rule, states },
    may: { ...may, ...(!onPaper && { 'agree-on-paper': { code: 'not-permitted' as const } }) },
  }
}

/** A paper that came with a step, for both sides and whoever decides. */
export async function openTransferPaper(ctx: Reader & Pick<Ctx, 'files'>, transferId: ProductTransferId, number: number) {
  const { id, code } = await readable(ctx, transferId)
  const paper = await selectTransferPaper(ctx.db, id, number)
  const file = paper && (await ctx.files.open(paper.hash))
  if (!file) throw new NotFound('No such paper of this transfer', { transferId, number })
  return { ...file, mediaType: paper.mediaType, name: paper.name ?? code }
}
