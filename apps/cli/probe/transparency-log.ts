import { done, refuse } from '@dacsan/decisions'
import { verifyConsistency, verifyInclusion } from '@dacsan/transparency-log'
import { canonicalJson } from '@dacsan/transparency-log/canonical-json'
import { type CredentialFacts, claimedIssuer, credentialStatus, readDateTime, verifyCredential } from '@dacsan/transparency-log/credential'
import { parseCheckpoint, parseVerifierKey, verifyNote } from '@dacsan/transparency-log/note'
import { checkStatus } from '@dacsan/transparency-log/status-list'
import { z } from 'zod'
import { type Operation, operation } from './operation.ts'

const proof = z
  .array(z.string())
  .nullish()
  .transform((hashes) => hashes ?? [])
const inclusion = z.object({ leafIdx: z.number(), treeSize: z.number(), root: z.string(), leafHash: z.string(), proof })
const consistency = z.object({ size1: z.number(), size2: z.number(), root1: z.string(), root2: z.string(), proof })

/** A proof that is not even base64 proves nothing. */
function fromBase64(text: string): Uint8Array {
  try {
    return Uint8Array.fromBase64(text, { lastChunkHandling: 'strict' })
  } catch {
    return new Uint8Array()
  }
}

/** The text of a note that nobody known has signed is nobody's word: nothing of it is told. */
const unsigned = { valid: false, origin: null, size: null, root: null }

async function verifyCheckpointNote({ note, vkey }: { note: string; vkey: string }) {
  const key = parseVerifierKey(vkey)
  if (!key.ok) return key
  const verified = await verifyNote(note, [key.value])
  const checkpoint = verified.ok ? parseCheckpoint(verified.value.text) : verified
  if (!checkpoint.ok) return done(unsigned)
  const { origin, size, root } = checkpoint.value
  return done({ valid: true, origin, size, root: root.toBase64() })
}

const credential = z.object({
  jwt: z.string(),
  jwks: z.object({ keys: z.array(z.custom<CredentialFacts['keys'][number]>((key) => typeof key === 'object' && key !== null)) }),
  issuer: z.string(),
  now: z.string(),
})

async function verifyCredentialJwt({ jwt, jwks, issuer, now }: z.output<typeof credential>) {
  const at = readDateTime(now)
  if (!at) return refuse('bad-date', { now })
  const verified = await verifyCredential(jwt, { issuer, keys: jwks.keys, now: at })
  return done({ valid: verified.ok, reason: verified.ok ? '' : verified.refusal.code })
}

const certificate = credential.omit({ issuer: true }).extend({ statusList: z.string().nullish() })

/** What is against a credential, by the purpose of the entry that says so. */
const against: Partial<Record<string, string>> = { revocation: 'revoked', suspension: 'suspended', refresh: 'superseded' }

/**
 * The same for a certificate, whose issuer is whoever it names, if one of these keys is that issuer's; and then by its list, which comes as it is
 * served, signed. Without a list only the certificate itself is judged.
 */
async function verifyCertificate({ jwt, jwks: { keys }, statusList, now }: z.output<typeof certificate>) {
  const at = readDateTime(now)
  if (!at) return refuse('bad-date', { now })
  const no = (reason: string) => done({ valid: false, reason })
  const verify = (token: string) => verifyCredential(token, { issuer: claimedIssuer(token) ?? '', keys, now: at })
  const verified = await verify(jwt)
  if (!verified.ok) return no(verified.refusal.code)
  // What stands on no list, no list says anything of.
  if (statusList === null || statusList === undefined || verified.value.credentialStatus === undefined)
    return done({ valid: true, reason: '' })
  const list = await verify(statusList)
  if (!list.ok) return no(`status-list-${list.refusal.code}`)
  const statuses = await credentialStatus(verified.value, list.value)
  if (!statuses.ok) return no(statuses.refusal.code)
  const found = statuses.value.filter(({ status }) => status !== 0).map(({ purpose }) => against[purpose] ?? purpose)
  return done({ valid: found.length === 0, reason: found.includes('revoked') ? 'revoked' : (found[0] ?? '') })
}

const index = z.union([z.number(), z.string().regex(/^\d+$/).transform(Number)])

export const transparencyLogOperations: Readonly<Record<string, Operation>> = {
  jcs: operation(z.object({ text: z.string() }), ({ text }) => {
    const outcome = canonicalJson(text)
    return outcome.ok ? done({ text: outcome.value }) : outcome
  }),
  'merkle.inclusion': operation(inclusion, ({ leafIdx, treeSize, root, leafHash, proof }) => {
    const claim = { leafIndex: leafIdx, treeSize, root: fromBase64(root), leafHash: fromBase64(leafHash), proof: proof.map(fromBase64) }
    return done({ valid: verifyInclusion(claim) })
  }),
  'merkle.consistency': operation(consistency, ({ size1, size2, root1, root2, proof }) => {
    const claim = { size1, size2, root1: fromBase64(root1), root2: fromBase64(root2), proof: proof.map(fromBase64) }
    return done({ valid: verifyConsistency(claim) })
  }),
  'note.verify': operation(z.object({ note: z.string(), vkey: z.string() }), verifyCheckpointNote),
  'status.check': operation(z.object({ encodedList: z.string(), index }), async ({ encodedList, index }) => {
    const outcome = await checkStatus(encodedList, index)
    return outcome.ok ? done({ value: outcome.value }) : outcome
  }),
  'vc.verify': operation(credential, verifyCredentialJwt),
  'certificate.verify': operation(certificate, verifyCertificate),
}
