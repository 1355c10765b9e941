import { Conflict, refuseStatus } from '@dacsan/decisions'
import { recordStanding } from '../catalogue/index.ts'
import type { ProductId } from '../catalogue/rules.ts'
import type { Ctx, Tx } from '../context.ts'
import { record, requireAct } from '../identity/index.ts'
import { ruleOn } from '../law/index.ts'
import type { Issuer } from '../papers/index.ts'
import { insertCertificate, nameSuccessor, selectHeldIn, updateStatus } from './certificate.store.ts'
import { updateProductCode } from './decision.store.ts'
import { productCodeFor } from './product-code-for.ts'
import { certificateActs, certificateCode, lastDayOf } from './rules.ts'
import type { CertificateStatus, DecisionItem, Signing } from './rules.ts'
import type { CertificateId, DecisionId } from './rules/ids.ts'

/** A decision that was signed: whose it is, and what stands on the paper. */
export type SignedDecision = { decisionId: DecisionId; issuer: Issuer; signing: Signing }
export type SignedItem = Omit<DecisionItem, 'dossierCode' | 'total' | 'certificateCode'>

/** Issues the certificate of one product and supersedes the earlier one. Only the recording of a decision does this; it holds the lock. */
export async function issueCertificate(
  tx: Tx,
  ctx: Ctx,
  item: SignedItem,
  { decisionId, issuer, signing }: SignedDecision,
  { potentialFive = false }: { potentialFive?: boolean } = {},
): Promise<string> {
  requireAct(ctx.actor, certificateActs.issue)
  const { productId, stars } = item
  if (stars === null) throw new Error(`${item.dossierId} is recognised without stars`)
  const { value: months } = await ruleOn(tx, 'certificate.validity-months', signing.signedOn)
  const product = item.productCode ?? (await productCodeFor(tx, item))
  const id = ctx.newId('cer')
  const code = certificateCode({ number: signing.number, mark: issuer.codeMark, productCode: product })
  const validUntil = lastDayOf(signing.signedOn, months)
  const earlier = await selectHeldIn(tx, productId, certificateActs.supersede.from)
  for (const certificate of earlier) await supersedeCertificate(tx, ctx, certificate, code)
  await updateProductCode(tx, { decisionId, dossierId: item.dossierId }, product)
  await insertCertificate(tx, {
    id,
    code,
    productId,
    productName: item.productName,
    producerName: item.producerName,
    address: item.address,
    stars,
    decisionId,
    dossierId: item.dossierId,
    decisionNumber: signing.number,
    decisionDate: signing.signedOn,
    authority: issuer.authority,
    issuedOn: signing.signedOn,
    validUntil,
    validityInferred: false,
    productCode: product,
    status: certificateActs.issue.to,
    year: item.evaluationYear,
    isSample: item.isSample,
    sourceUrl: null,
    sourceNote: null,
  })
  const supersedes = earlier.map((certificate) => certificate.id)
  await nameSuccessor(tx, supersedes, id)
  await recordStanding(tx, {
    productId,
    standing: 'certified',
    stars,
    potentialFive,
    certificateCode: code,
    certifiedFrom: signing.signedOn,
    certifiedUntil: validUntil,
    certifiedYear: item.evaluationYear,
  })
  const payload = { certificateId: id, code, productId, stars, issuedOn: signing.signedOn, validUntil, supersedes }
  await record(tx, ctx, certificateActs.issue, { subjectId: code, payload })
  return code
}

/** Marks a certificate as replaced by a later one of its product. */
export async function supersedeCertificate(
  tx: Tx,
  ctx: Ctx,
  { id, code, productId, status }: { id: CertificateId; code: string; productId: ProductId; status: CertificateStatus },
  by: string,
): Promise<void> {
  const act = certificateActs.supersede
  requireAct(ctx.actor, act)
  if (refuseStatus(act, status)) throw new Conflict('certificate-status', { code, status })
  await updateStatus(tx, id, act.to)
  await record(tx, ctx, act, { subjectId: code, payload: { code, productId, by } })
}
