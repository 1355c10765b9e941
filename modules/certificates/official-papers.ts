import { NotFound } from '@dacsan/decisions'
import { certificatePdf, certificatesPdf, officialDocumentDocx, officialDocumentPdf } from '@dacsan/papers'
import type { OfficialDocument } from '@dacsan/papers'
import { stripAccents } from '@dacsan/vietnam'
import { sessionForMinutes } from '../appraisal/index.ts'
import { findProduct, producerFile } from '../catalogue/index.ts'
import type { Ctx } from '../context.ts'
import { requirePerson, system } from '../identity/index.ts'
import { selectCertificate, selectCertificatesOf } from './certificate.store.ts'
import { selectDecision } from './decision.store.ts'
import { decisionFile, findDecision } from './find-decision.ts'
import { certificateModel } from './papers/certificate-paper.ts'
import { decisionDocument } from './papers/decision-paper.ts'
import { sessionMinutes } from './papers/minutes.ts'
import { resultNotice } from './papers/notice.ts'
import { proposalDocument } from './papers/proposal.ts'
import { mayFetchPaper, requireDecisionReader } from './policy.ts'
import { producePaper } from './produce-paper.ts'
import type { PaperFile } from './produce-paper.ts'
import type { CertificateCard, DecisionCard } from './rules.ts'
import { ranksOn } from './signing.ts'

type DocumentFormat = 'pdf' | 'docx'

const setAs = async (document: OfficialDocument, format: DocumentFormat): Promise<Uint8Array> =>
  format === 'pdf' ? officialDocumentPdf(document) : officialDocumentDocx(document)

/** The minutes of a closed session. */
export async function minutesPaper(ctx: Ctx, { sessionId, format }: { sessionId: string; format: DocumentFormat }): Promise<PaperFile> {
  requireDecisionReader(ctx.actor)
  const minutes = await sessionForMinutes(ctx, sessionId)
  const bytes = await setAs(sessionMinutes(minutes, await ranksOn(ctx.db, minutes.session.heldOn)), format)
  const name = `bien-ban-${minutes.session.heldOn}`
  return producePaper(ctx, { kind: 'minutes', subject: { type: 'session', id: sessionId }, format, name, bytes })
}

/** The proposal with which the office lays a session's results before the chairman. */
export async function proposalPaper(ctx: Ctx, { decisionId, format }: { decisionId: string; format: DocumentFormat }): Promise<PaperFile> {
  const { decision, session } = await decisionFile(ctx, decisionId)
  if (!session) throw new NotFound('No proposal stands behind this decision', { decisionId })
  const bytes = await setAs(proposalDocument(decision, session), format)
  const name = `to-trinh-${session.heldOn}`
  return producePaper(ctx, { kind: 'proposal', subject: { type: 'decision', id: decisionId }, format, name, bytes })
}

/** A decision of the province with its lists, as a draft or as recorded; the ministry's own papers are not ours to write. */
export async function decisionPaper(ctx: Ctx, { decisionId, format }: { decisionId: string; format: DocumentFormat }): Promise<PaperFile> {
  const { decision, session, validity } = await decisionFile(ctx, decisionId)
  if (decision.kind === 'ministry') throw new NotFound('The ministry writes its own decision', { decisionId })
  const bytes = await setAs(decisionDocument(decision, { session, validityMonths: validity.value }), format)
  const name = decision.number ? `quyet-dinh-${fileName(decision.number)}` : 'du-thao-quyet-dinh'
  return producePaper(ctx, { kind: 'decision', subject: { type: 'decision', id: decisionId }, format, name, bytes })
}

/** What one producer and its commune are told of a recorded decision. */
export async function noticePaper(
  ctx: Ctx,
  { decisionId, dossierId, format }: { decisionId: string; dossierId: string; format: DocumentFormat },
): Promise<PaperFile> {
  const decision = await findDecision(ctx, decisionId)
  const item = decision.items.find((candidate) => candidate.dossierId === dossierId)
  const { signedOn } = decision
  if (!item || signedOn === null) throw new NotFound('No such notice', { decisionId, dossierId })
  const minutes = decision.sessionId === null ? null : await sessionForMinutes(ctx, decision.sessionId)
  const result = minutes?.dossiers.find((dossier) => dossier.dossierId === dossierId)?.result ?? null
  const certificate = item.certificateCode === null ? undefined : await selectCertificate(ctx.db, item.certificateCode)
  const ranks = await ranksOn(ctx.db, minutes?.session.heldOn ?? signedOn)
  const bytes = await setAs(resultNotice({ ...decision, signedOn }, item, { result, certificate, ranks }), format)
  const name = `thong-bao-${fileName(item.dossierCode)}`
  return producePaper(ctx, { kind: 'notice', subject: { type: 'dossier', id: dossierId }, format, name, bytes })
}

/** A star certificate that the province issued here, for its producer and the offices. */
export async function certificatePaper(ctx: Ctx, { code, origin }: { code: string; origin: string }): Promise<PaperFile> {
  requirePerson(ctx.actor)
  const certificate = await selectCertificate(ctx.db, code)
  const decision = certificate && (await decisionToPrint(ctx, certificate))
  if (!decision) throw new NotFound('No such paper', { code })
  const bytes = certificatePdf(modelOf(certificate, decision, origin))
  const name = `giay-chung-nhan-${code}`
  return producePaper(ctx, { kind: 'certificate', subject: { type: 'certificate', id: code }, format: 'pdf', name, bytes })
}

/** Whether the actor may fetch the paper of a certificate, and there is one of ours. */
export async function hasPaperFor(ctx: Ctx, certificate: CertificateCard): Promise<boolean> {
  return ctx.actor.kind === 'person' && (await decisionToPrint(ctx, certificate)) !== undefined
}

/** Every certificate of a decision in one file to print, in the order of its list. */
export async function allCertificatesPaper(ctx: Ctx, { decisionId, origin }: { decisionId: string; origin: string }): Promise<PaperFile> {
  const decision = await findDecision(ctx, decisionId)
  const certificates = await selectCertificatesOf(ctx.db, { decisionId })
  if (decision.kind === 'ministry' || certificates.length === 0) throw new NotFound('No certificates of ours', { decisionId })
  const inOrder = decision.items.flatMap((item) => certificates.find((certificate) => certificate.dossierId === item.dossierId) ?? [])
  const bytes = certificatesPdf(inOrder.map((certificate) => modelOf(certificate, decision, origin)))
  const name = `giay-chung-nhan-${fileName(decision.number ?? decisionId)}`
  return producePaper(ctx, { kind: 'certificates', subject: { type: 'decision', id: decisionId }, format: 'pdf', name, bytes })
}

function modelOf(certificate: CertificateCard, decision: DecisionCard, origin: string) {
  const { issuedOn, validUntil } = certificate
  const { number, signedOn } = decision
  if (issuedOn === null || validUntil === null || number === null || signedOn === null)
    throw new Error(`${certificate.code} is without its days`)
  return certificateModel({ ...certificate, issuedOn, validUntil }, { ...decision, number, signedOn }, origin)
}

/** The decision behind a certificate that we print for this actor; the ministry prints its own. */
async function decisionToPrint(ctx: Ctx, { decisionId, productId }: CertificateCard): Promise<DecisionCard | undefined> {
  if (decisionId === null || !mayFetchPaper(ctx.actor, await holderOf(ctx, productId))) return undefined
  const decision = await selectDecision(ctx.db, { id: decisionId })
  return decision?.kind === 'ministry' ? undefined : decision
}

/** The organisation that a certificate belongs to. */
async function holderOf(ctx: Ctx, productId: string): Promise<string | null> {
  const within = { db: ctx.db, actor: system('certificates') }
  const product = await findProduct(within, productId)
  return (await producerFile(within, product.producer.id)).organisationId
}

/** A file's name without what folders and old computers choke on. */
const fileName = (text: string) =>
  stripAccents(text)
    .replaceAll(/[^A-Za-z0-9.]+/g, '-')
    .toLowerCase()
