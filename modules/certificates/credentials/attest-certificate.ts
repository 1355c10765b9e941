import { inTransaction } from '@dacsan/platform/context'
import { issueCredential } from '@dacsan/transparency-log/credential'
import type { Ctx, Tx } from '../../context.ts'
import { record, requireAct, system } from '../../identity/index.ts'
import { selectCertificate } from '../certificate.store.ts'
import { certificateActs } from '../rules.ts'
import type { CertificateCard } from '../rules.ts'
import { credentialFor } from '../rules/credential.ts'
import type { Attested } from '../rules/credential.ts'
import { holdOpenList, insertCredential, selectCredential, selectUnattested, takePlace } from './credential.store.ts'
import { signingKey } from './issuer-keys.ts'

type Asking = Pick<Ctx, 'db' | 'now'>
export type AskedCredential = { code: string; origin: string }

/**
 * The credential of a certificate, `vc+jwt`; issued now where it is not yet. Null for a certificate that no decision of ours stands behind: what a source
 * says of it is told on its page, and not signed.
 */
export async function credentialOf(ctx: Asking, { code, origin }: AskedCredential): Promise<string | null> {
  const issued = await selectCredential(ctx.db, code)
  return issued ?? attestCertificate({ ...ctx, actor: system('certificates') }, { code, origin })
}

/** Signs a certificate as a credential, once: whoever asks at the same moment gets the same one. */
export async function attestCertificate(ctx: Asking & Pick<Ctx, 'actor'>, { code, origin }: AskedCredential): Promise<string | null> {
  requireAct(ctx.actor, certificateActs.attest)
  return inTransaction(ctx, async (tx) => {
    const certificate = await selectCertificate(tx, code)
    const attested = certificate ? attestedOf(certificate) : null
    if (!attested) return null
    return (await selectCredential(tx, code)) ?? sign(tx, ctx, attested, origin)
  })
}

async function sign(tx: Tx, ctx: Asking & Pick<Ctx, 'actor'>, attested: Attested, origin: string): Promise<string> {
  const { code } = attested
  const list = await holdOpenList(tx, origin)
  // Whoever held the list before may have signed the same.
  const before = await selectCredential(tx, code)
  if (before !== null) return before
  const { id: keyId, ...key } = await signingKey(tx, origin, ctx.now)
  const place = await takePlace(tx, list)
  const issued = await issueCredential(credentialFor(attested, { ...place, origin }), key)
  if (!issued.ok) throw new Error(`the certificate ${code} makes no credential: ${issued.refusal.property}`)
  await insertCredential(tx, { ...place, code, keyId, jwt: issued.value }, ctx.now)
  await record(tx, ctx, certificateActs.attest, { subjectId: code, detail: { key: keyId, list: place.listId, place: place.place } })
  return issued.value
}

/** What a certificate says as a whole; null for one that came with an older register, of which some is not known. */
export function attestedOf(certificate: CertificateCard): Attested | null {
  const { decisionId, decisionNumber, decisionDate, authority, issuedOn, validUntil } = certificate
  if (decisionId === null || !decisionNumber || !decisionDate || !authority || !issuedOn || !validUntil) return null
  const { code, productName: product, producerName: producer, address, stars, productCode, isSample } = certificate
  return { code, product, producer, address, stars, decisionNumber, decisionDate, authority, productCode, issuedOn, validUntil, isSample }
}

/** Few enough that a run ends soon; the next one goes on. */
const mostAtOnce = 2000

/** Signs what was never signed: certificates from before credentials were issued, and those of a moment in which that failed. Again it signs nothing. */
export async function attestAll(ctx: Asking & Pick<Ctx, 'actor'>, origin: string): Promise<number> {
  const codes = await selectUnattested(ctx.db, mostAtOnce)
  for (const code of codes) await attestCertificate(ctx, { code, origin })
  return codes.length
}
