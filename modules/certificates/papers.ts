import { NotFound } from '@dacsan/decisions'
import type { Outcome } from '@dacsan/decisions'
import { dateInVietnam } from '@dacsan/vietnam'
import { closedSession, sessionPaper } from '../appraisal/index.ts'
import { findProduct, producerFile } from '../catalogue/index.ts'
import type { ProductId } from '../catalogue/rules.ts'
import type { Ctx } from '../context.ts'
import { requirePerson, system } from '../identity/index.ts'
import { ruleOn } from '../law/index.ts'
import type { Ties } from '../identity/index.ts'
import { permits } from '../identity/rules.ts'
import type { OrganisationId } from '../identity/rules.ts'
import { hasAddress, listPapers, producePaper } from '../papers/index.ts'
import type { AskedPaper, PaperFile, PaperLink, Papers, Who } from '../papers/index.ts'
import type { DrawingRefusal } from '../papers/rules.ts'
import { selectCertificate } from './certificate.store.ts'
import { selectDecision, selectDecisionsOf } from './decision.store.ts'
import { decisionGround } from './find-decision.ts'
import { certificatePaper as certificate, certificatesPaper as certificates } from './papers/certificate-paper.ts'
import type { CertificateGround } from './papers/certificate-paper.ts'
import type { DecisionGround } from './papers/decision-ground.ts'
import { decisionPaper as decision } from './papers/decision-paper.ts'
import { ministryLetter } from './papers/ministry-letter.ts'
import { notice } from './papers/notice.ts'
import { proposal } from './papers/proposal.ts'
import { withdrawalPaper as withdrawal } from './papers/withdrawal-paper.ts'
import { readers, requireDecisionReader } from './policy.ts'
import { selectHolder } from './holder.store.ts'
import type { DossierId } from '../dossiers/rules.ts'
import type { CertificateCard, DecisionItem, DecisionView } from './rules.ts'
import type { DecisionId } from './rules/ids.ts'

/** The official papers of a decision, in the order in which they follow from one another. */
export const decisionPapers = {
  proposal,
  decision,
  certificates,
  'ministry-letter': ministryLetter,
  notice,
} as const satisfies Papers<DecisionGround>

export const certificatePapers = { certificate, withdrawal } as const satisfies Papers<CertificateGround>

/**
 * A paper of a decision by the last part of its address: `to-trinh.docx`, `thong-bao-dos_….pdf`. The papers of the session that it decides on
 * are found here too, since their addresses were given out so.
 */
export async function decisionPaper(
  ctx: Ctx,
  { decisionId, ...asked }: { decisionId: DecisionId } & AskedPaper,
): Promise<Outcome<PaperFile, DrawingRefusal>> {
  if (!permits(readers, ctx.actor)) return paperForAddressee(ctx, decisionId, asked)
  const ground = await decisionGround(ctx, decisionId)
  const { sessionId } = ground.decision
  if (sessionId === null || hasAddress(decisionPapers, asked.file)) return producePaper(ctx, decisionPapers, asked, ground)
  return sessionPaper(ctx, { sessionId, file: asked.file })
}

/** What a decision is sent to its addressees as: the decision, and to each the notice of its own product (Quyết định 26/2026/QĐ-TTg, Điều 7, step 9). */
const addressed = { decision, notice } as const satisfies Papers<DecisionGround>
const addressees = { producer: 'owner', 'commune-officer': 'own-commune' } as const satisfies Who

/** The items of a recorded decision that are about the actor's own product, or one of the actor's commune. */
async function ownItems(ctx: Pick<Ctx, 'db' | 'actor'>, { items, signedOn }: DecisionView): Promise<DecisionItem[]> {
  if (signedOn === null) return []
  const own: DecisionItem[] = []
  for (const item of items) {
    const owner = (await selectHolder(ctx.db, item.productId))?.organisationId ?? null
    if (permits(addressees, ctx.actor, { owner, commune: item.communeCode })) own.push(item)
  }
  return own
}

async function groundForAddressee(ctx: Ctx, decisionId: DecisionId): Promise<{ ground: DecisionGround; own: DecisionItem[] } | null> {
  const found = await selectDecision(ctx.db, { id: decisionId })
  const own = found ? await ownItems(ctx, found) : []
  if (!found || own.length === 0) return null
  const minutes = found.sessionId === null ? null : await closedSession(ctx, found.sessionId)
  const validity = await ruleOn(ctx.db, 'certificate.validity-months', found.signedOn ?? dateInVietnam(ctx.now))
  return { ground: { decision: found, minutes, validity }, own }
}

/** What the law has sent to them, for those whom it is about; anything else of a decision is closed to them as to everybody. */
async function paperForAddressee(ctx: Ctx, decisionId: DecisionId, asked: AskedPaper): Promise<Outcome<PaperFile, DrawingRefusal>> {
  const found = await groundForAddressee(ctx, decisionId)
  if (!found || !hasAddress(addressed, asked.file)) {
    requireDecisionReader(ctx.actor)
    throw new NotFound('No such paper', asked)
  }
  const { ground, own } = found
  // Somebody else's notice is not there.
  const ofOthers = ground.decision.items.filter((item) => !own.includes(item))
  if (ofOthers.some(({ dossierId }) => asked.file.startsWith(`${notice.address}-${dossierId}.`))) throw new NotFound('No such paper', asked)
  return producePaper(ctx, addressed, asked, ground)
}

/** The decision about a dossier and the notice of it, as a page offers them to whom they were sent; none before the decision is recorded. */
export async function papersOfResult(ctx: Ctx, dossierId: DossierId): Promise<{ decisionId: DecisionId; papers: PaperLink[] }[]> {
  const found = await Promise.all((await selectDecisionsOf(ctx.db, dossierId)).map((id) => groundForAddressee(ctx, id)))
  return found.flatMap((one) => {
    if (!one?.own.some((item) => item.dossierId === dossierId)) return []
    const papers = listPapers(ctx.actor, addressed, one.ground).filter(({ item }) => item === '' || item === dossierId)
    return [{ decisionId: one.ground.decision.id, papers }]
  })
}

/** A paper of one certificate by the last part of its address, for its producer and the offices; without it the certificate itself. */
export async function certificatePaper(
  ctx: Ctx,
  { code, file = 'giay.pdf', origin }: { code: string; file?: string; origin: string },
): Promise<Outcome<PaperFile, DrawingRefusal>> {
  requirePerson(ctx.actor)
  const card = await selectCertificate(ctx.db, code)
  if (!card) throw new NotFound('No such certificate', { code })
  const { ground, ties } = await certificateGround(ctx, card)
  return producePaper(ctx, certificatePapers, { file, origin }, ground, ties)
}

/** The papers of a certificate as a page offers them: itself, and once it was withdrawn the decision on that; none for whoever may not have them. */
export async function papersOfCertificate(ctx: Pick<Ctx, 'db' | 'actor'>, card: CertificateCard): Promise<PaperLink[]> {
  const { ground, ties } = await certificateGround(ctx, card)
  return listPapers(ctx.actor, certificatePapers, ground, ties)
}

/** The papers of a certificate that the actor may fetch and that are ours. */
export async function certificatePapersFor(ctx: Pick<Ctx, 'db' | 'actor'>, { code }: Pick<CertificateCard, 'code'>): Promise<PaperLink[]> {
  // Most readers of the public page have not signed in: no query for them.
  if (ctx.actor.kind === 'visitor') return []
  const card = await selectCertificate(ctx.db, code)
  return card === undefined ? [] : (await papersOfCertificate(ctx, card)).filter(({ absent }) => absent === null)
}

async function certificateGround({ db }: Pick<Ctx, 'db'>, card: CertificateCard): Promise<{ ground: CertificateGround; ties: Ties }> {
  const behind = card.decisionId === null ? undefined : await selectDecision(db, { id: card.decisionId })
  return { ground: { certificate: card, decision: behind ?? null }, ties: { owner: await holderOf(db, card.productId) } }
}

/** The organisation that a certificate belongs to. */
async function holderOf(db: Ctx['db'], productId: ProductId): Promise<OrganisationId | null> {
  const within = { db, actor: system('certificates') }
  const product = await findProduct(within, productId)
  return (await producerFile(within, product.producer.id)).organisationId
}
