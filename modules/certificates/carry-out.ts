import { recordEvent } from '@dacsan/platform/events'
import { findProduct, recordStanding } from '../catalogue/index.ts'
import type { Ctx, Tx } from '../context.ts'
import { moveDossier } from '../dossiers/index.ts'
import { ruleOn } from '../law/index.ts'
import { insertCertificate, nameSuccessor, supersedeActive } from './certificate.store.ts'
import { updateProductCode, updateRecorded } from './decision.store.ts'
import { certificateEvents } from './events.ts'
import type { CertificateIssued, DecisionRecorded } from './events.ts'
import type { Issuer } from './issuers.ts'
import { productCodeFor } from './product-code-for.ts'
import { certificateCode, lastDayOf } from './rules.ts'
import type { DecisionItem, RecognitionOutcome, Signing } from './rules.ts'

type Item = Omit<DecisionItem, 'dossierCode' | 'total' | 'certificateCode'>
export type Made = { decisionId: string; issuer: Issuer; signing: Signing; by: string }

const moveOf = { recognised: 'recognise', 'potential-five': 'await-ministry', 'not-recognised': 'not-recognise' } as const satisfies Record<
  RecognitionOutcome,
  string
>

/** All that follows from a signature: certificates, the register, the dossiers. The caller has decided, stands in line, and audits. */
export async function carryOut(tx: Tx, ctx: Ctx, items: readonly Item[], made: Made): Promise<void> {
  const { decisionId, signing } = made
  await updateRecorded(tx, decisionId, signing, { by: made.by, at: ctx.now })
  const inOrder = items.toSorted((a, b) => (a.dossierId < b.dossierId ? -1 : 1))
  for (const { dossierId, outcome } of inOrder) {
    await moveDossier(tx, ctx, { dossierId, move: moveOf[outcome], note: `Quyết định số ${signing.number}` })
  }
  for (const item of items) {
    if (item.outcome === 'recognised') await issueCertificate(tx, ctx, item, made)
    else await keepStanding(tx, ctx, item.productId, item.outcome === 'potential-five')
  }
  const payload: DecisionRecorded = {
    decisionId,
    number: signing.number,
    signedOn: signing.signedOn,
    dossierIds: inOrder.map((item) => item.dossierId),
  }
  await recordEvent(tx, { type: certificateEvents.recorded, payload, actorId: made.by, at: ctx.now })
}

async function issueCertificate(tx: Tx, ctx: Ctx, item: Item, { decisionId, issuer, signing, by }: Made): Promise<void> {
  const { productId, stars } = item
  if (stars === null) throw new Error(`${item.dossierId} is recognised without stars`)
  const { value: months } = await ruleOn(tx, 'certificate.validity-months', signing.signedOn)
  const product = item.productCode ?? (await productCodeFor(tx, item))
  const id = ctx.newId('cer')
  const code = certificateCode({ number: signing.number, mark: issuer.codeMark, productCode: product })
  const validUntil = lastDayOf(signing.signedOn, months)
  const before = await supersedeActive(tx, productId)
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
    status: 'active',
    year: item.evaluationYear,
    isSample: item.isSample,
    sourceUrl: null,
    sourceNote: null,
  })
  await nameSuccessor(tx, before, id)
  await recordStanding(tx, {
    productId,
    standing: 'certified',
    stars,
    potentialFive: false,
    certificateCode: code,
    certifiedFrom: signing.signedOn,
    certifiedUntil: validUntil,
    certifiedYear: item.evaluationYear,
  })
  const payload: CertificateIssued = {
    certificateId: id,
    code,
    productId,
    stars,
    issuedOn: signing.signedOn,
    validUntil,
    supersedes: before,
  }
  await recordEvent(tx, { type: certificateEvents.issued, payload, actorId: by, at: ctx.now })
}

/** What no recognition follows from leaves the certificate of before as it is; only the wait for the ministry is noted or ends. */
async function keepStanding(tx: Tx, ctx: Ctx, productId: string, potentialFive: boolean): Promise<void> {
  const product = await findProduct({ db: tx, actor: ctx.actor }, productId)
  const { standing, stars, certificateCode, certifiedFrom, certifiedUntil, validityInferred, certifiedYear } = product
  const kept = { standing, stars, certificateCode, certifiedFrom, certifiedUntil, validityInferred, certifiedYear }
  await recordStanding(tx, { productId, ...kept, potentialFive })
}
