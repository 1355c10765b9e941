import { NotFound } from '@dacsan/decisions'
import type { Outcome } from '@dacsan/decisions'
import { sessionPaper } from '../appraisal/index.ts'
import { findProduct, producerFile } from '../catalogue/index.ts'
import type { ProductId } from '../catalogue/rules.ts'
import type { Ctx } from '../context.ts'
import { requirePerson, system } from '../identity/index.ts'
import type { Ties } from '../identity/index.ts'
import type { OrganisationId } from '../identity/rules.ts'
import { hasAddress, listPapers, producePaper } from '../papers/index.ts'
import type { AskedPaper, PaperFile, PaperLink, Papers } from '../papers/index.ts'
import type { DrawingRefusal } from '../papers/rules.ts'
import { selectCertificate } from './certificate.store.ts'
import { selectDecision } from './decision.store.ts'
import { decisionGround } from './find-decision.ts'
import { certificatePaper as certificate, certificatesPaper as certificates } from './papers/certificate-paper.ts'
import type { CertificateGround } from './papers/certificate-paper.ts'
import type { DecisionGround } from './papers/decision-ground.ts'
import { decisionPaper as decision } from './papers/decision-paper.ts'
import { notice } from './papers/notice.ts'
import { proposal } from './papers/proposal.ts'
import type { CertificateCard } from './rules.ts'
import type { DecisionId } from './rules/ids.ts'

/** The official papers of a decision, in the order in which they follow from one another. */
export const decisionPapers = { proposal, decision, certificates, notice } as const satisfies Papers<DecisionGround>

export const certificatePapers = { certificate } as const satisfies Papers<CertificateGround>

/**
 * A paper of a decision by the last part of its address: `to-trinh.docx`, `thong-bao-dos_….pdf`. The papers of the session that it decides on
 * are found here too, since their addresses were given out so.
 */
export async function decisionPaper(
  ctx: Ctx,
  { decisionId, ...asked }: { decisionId: DecisionId } & AskedPaper,
): Promise<Outcome<PaperFile, DrawingRefusal>> {
  const ground = await decisionGround(ctx, decisionId)
  const { sessionId } = ground.decision
  if (sessionId === null || hasAddress(decisionPapers, asked.file)) return producePaper(ctx, decisionPapers, asked, ground)
  return sessionPaper(ctx, { sessionId, file: asked.file })
}

/** The paper of one certificate, for its producer and the offices. */
export async function certificatePaper(
  ctx: Ctx,
  { code, origin }: { code: string; origin: string },
): Promise<Outcome<PaperFile, DrawingRefusal>> {
  requirePerson(ctx.actor)
  const card = await selectCertificate(ctx.db, code)
  if (!card) throw new NotFound('No such certificate', { code })
  const { ground, ties } = await certificateGround(ctx, card)
  return producePaper(ctx, certificatePapers, { file: 'giay.pdf', origin }, ground, ties)
}

/** The paper of a certificate as a page offers it; undefined for whoever may not have it. */
export async function paperOfCertificate(ctx: Pick<Ctx, 'db' | 'actor'>, card: CertificateCard): Promise<PaperLink | undefined> {
  const { ground, ties } = await certificateGround(ctx, card)
  return listPapers(ctx.actor, certificatePapers, ground, ties)[0]
}

/** Whether the actor may fetch the paper of a certificate, and there is one of ours. */
export async function hasPaperFor(ctx: Pick<Ctx, 'db' | 'actor'>, { code }: Pick<CertificateCard, 'code'>): Promise<boolean> {
  // Most readers of the public page have not signed in: no query for them.
  if (ctx.actor.kind === 'visitor') return false
  const card = await selectCertificate(ctx.db, code)
  return card !== undefined && (await paperOfCertificate(ctx, card))?.absent === null
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
