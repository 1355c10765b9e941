import { NotFound, mayOf } from '@dacsan/decisions'
import type { May } from '@dacsan/decisions'
import { servedName } from '@dacsan/platform/files'
import { dateInVietnam } from '@dacsan/vietnam'
import type { PlainDate } from '@dacsan/vietnam'
import { producerFile } from '../../catalogue/index.ts'
import type { ProducerId } from '../../catalogue/rules.ts'
import type { Ctx, ReadDb } from '../../context.ts'
import { grantsOf, hasRole, requireAct, requireRole, system } from '../../identity/index.ts'
import type { Actor } from '../../identity/index.ts'
import { communesOf, organisationsOf } from '../../identity/rules.ts'
import { ruleOn } from '../../law/index.ts'
import type { Rule } from '../../law/index.ts'
import { selectEvidence, selectMediaType } from '../evidence/evidence.store.ts'
import type { EvidenceFile } from '../evidence/vault.ts'
import { selectHelpedProducers } from '../proxy/proxy.store.ts'
import type { HelpedProducers } from '../proxy/proxy.store.ts'
import type { EvidenceId, TrademarkId } from '../rules/ids.ts'
import { expectedSteps, trademarkActs, worthOf } from '../rules/trademark.ts'
import type { ExpectedStep, TrademarkLaw, TrademarkStatus } from '../rules/trademark.ts'
import { tiesOf } from './open-trademark.ts'
import { selectCorrections, selectStepPapers, selectSteps, selectTrademarks } from './trademark.store.ts'
import type { StoredCorrection, StoredStep, StoredTrademark, TrademarksOf } from './trademark.store.ts'

type Reader = Pick<Ctx, 'db' | 'actor' | 'now'>

export type Trademark = StoredTrademark & {
  worth: (typeof worthOf)[TrademarkStatus]
  /** A criterion that asks for a trademark counts it. */
  counts: boolean
  /** What is to come, with its day by the law; the first is late where its day is over. */
  expected: ExpectedStep[]
  next: ExpectedStep | null
  late: boolean
}

const viewed = (trademark: StoredTrademark, law: TrademarkLaw, today: PlainDate): Trademark => {
  const expected = expectedSteps({ status: trademark.status, on: trademark.lastOn }, law)
  const next = expected[0] ?? null
  const worth = worthOf[trademark.status]
  const counts = worth === 'application' || worth === 'certificate'
  return { ...trademark, worth, counts, expected, next, late: next !== null && next.on < today }
}

/** Those of the own organisations and communes; the office of the province reads all. */
const readable = (actor: Actor): TrademarksOf =>
  actor.kind === 'system' || hasRole(actor, 'provincial-officer')
    ? { all: true }
    : { organisationIds: organisationsOf(actor, 'producer'), communeCodes: communesOf(actor, 'commune-officer') }

const trademarkLawOn = (db: ReadDb, day: PlainDate): Promise<Rule<'trademark.months'>> => ruleOn(db, 'trademark.months', day)

async function viewAll({ db, now }: { db: ReadDb; now: Date }, of: TrademarksOf): Promise<Trademark[]> {
  const today = dateInVietnam(now)
  const [found, law] = [await selectTrademarks(db, of), (await trademarkLawOn(db, today)).value]
  return found.map((trademark) => viewed(trademark, law, today))
}

/** Applications that whoever asks may read, the last filed first. */
export async function listTrademarks(ctx: Reader): Promise<Trademark[]> {
  requireRole(ctx.actor, 'producer', 'commune-officer', 'provincial-officer')
  return viewAll(ctx, readable(ctx.actor))
}

/** Those of the own organisations alone: what a producer has to look after. */
export const ownTrademarks = (ctx: Reader): Promise<Trademark[]> =>
  viewAll(ctx, { organisationIds: organisationsOf(ctx.actor, 'producer'), communeCodes: [] })

/** Every application that the office of intellectual property has in hand. */
export const allTrademarks = (ctx: { db: ReadDb; now: Date }): Promise<Trademark[]> => viewAll(ctx, { all: true })

/** An application in a dossier of its producer: with the last of its papers, which speaks for a criterion. */
export type DossierTrademark = Trademark & { evidenceId: EvidenceId | null }

/** Those of one producer, for whoever writes its dossier. */
export async function trademarksOfProducer(ctx: Pick<Ctx, 'db' | 'now'>, producerId: ProducerId): Promise<DossierTrademark[]> {
  const found = await viewAll(ctx, { producerId })
  if (found.length === 0) return []
  const papers = await selectStepPapers(
    ctx.db,
    found.map(({ id }) => id),
  )
  return found.map((trademark) => ({
    ...trademark,
    evidenceId: papers.find(({ trademarkId }) => trademarkId === trademark.id)?.evidenceId ?? null,
  }))
}

export type TrademarkFile = Trademark & {
  steps: StoredStep[]
  corrections: StoredCorrection[]
  may: May<typeof trademarkActs, TrademarkStatus>
  /** Its reader is an officer, who does it in the producer's place. */
  isForProducer: boolean
  law: Rule<'trademark.months'>
  today: PlainDate
}

/** One application with its history; of anyone else it is not found. */
export async function findTrademark(ctx: Reader, id: TrademarkId): Promise<TrademarkFile> {
  const trademark = await readOne(ctx, id)
  const today = dateInVietnam(ctx.now)
  const law = await trademarkLawOn(ctx.db, today)
  const { organisationId } = trademark
  return {
    ...viewed(trademark, law.value, today),
    steps: await selectSteps(ctx.db, id),
    corrections: await selectCorrections(ctx.db, id),
    may: mayOf(trademarkActs, trademark.status, grantsOf(ctx.actor, tiesOf(trademark))),
    isForProducer: organisationId === null || !organisationsOf(ctx.actor, 'producer').includes(organisationId),
    law,
    today,
  }
}

async function readOne({ db, actor }: Reader, id: TrademarkId): Promise<StoredTrademark> {
  const [trademark] = await selectTrademarks(db, { id })
  const { organisationIds, communeCodes } = {
    organisationIds: organisationsOf(actor, 'producer'),
    communeCodes: communesOf(actor, 'commune-officer'),
  }
  const isTied =
    trademark &&
    ((trademark.organisationId !== null && organisationIds.includes(trademark.organisationId)) ||
      (trademark.communeCode !== null && communeCodes.includes(trademark.communeCode)))
  if (!trademark || !(isTied || hasRole(actor, 'provincial-officer'))) throw new NotFound('No such trademark application', { id })
  return trademark
}

/** The paper of a step, for whoever reads the application. */
export async function openTrademarkPaper(ctx: Reader & Pick<Ctx, 'files'>, id: TrademarkId, evidenceId: EvidenceId): Promise<EvidenceFile> {
  await readOne(ctx, id)
  const isOfStep = (await selectSteps(ctx.db, id)).some((step) => step.evidenceId === evidenceId)
  const paper = isOfStep ? await selectEvidence(ctx.db, evidenceId) : undefined
  const file = paper?.fileHash ? await ctx.files.open(paper.fileHash) : null
  const mediaType = paper?.fileHash ? await selectMediaType(ctx.db, paper.fileHash) : undefined
  if (!paper || !file || mediaType === undefined) throw new NotFound('No such paper', { id, evidenceId })
  return { ...file, mediaType, name: servedName(paper.title, mediaType) }
}

/** Whether there is somebody for whom whoever asks may enter an application. */
export const mayEnterTrademark = ({ actor }: Pick<Ctx, 'actor'>): boolean => hasRole(actor, 'producer', 'commune-officer')

export type TrademarkStart = {
  /** For whom it is entered; null where a producer enters its own, or an officer has yet to choose. */
  producer: { id: ProducerId; name: string } | null
  query: string
  producers: HelpedProducers['producers']
  hasMore: boolean
  isOfficer: boolean
}

/** The form of a new application: a producer's own, or an officer's for a producer of the commune. */
export async function findTrademarkStart(
  ctx: Reader,
  { producerId, query }: { producerId: ProducerId | null; query: string },
): Promise<TrademarkStart> {
  const communes = communesOf(ctx.actor, 'commune-officer')
  if (communes.length === 0) {
    requireRole(ctx.actor, 'producer')
    return { producer: null, query, producers: [], hasMore: false, isOfficer: false }
  }
  if (producerId === null) return { producer: null, query, ...(await selectHelpedProducers(ctx.db, communes, query)), isOfficer: true }
  const { id, name, organisationId, place } = await producerFile({ db: ctx.db, actor: system('dossiers') }, producerId)
  requireAct(ctx.actor, trademarkActs.enter, tiesOf({ organisationId, communeCode: place.communeCode }))
  return { producer: { id, name }, query, producers: [], hasMore: false, isOfficer: true }
}
