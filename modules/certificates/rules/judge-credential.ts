import { claimedIssuer, credentialStatus, judgeTime, unpackCredential, verifyOrigin } from '@dacsan/transparency-log/credential'
import type { Credential, CredentialFacts, CredentialRefusal } from '@dacsan/transparency-log/credential'
import { attestedBy } from './credential.ts'
import type { Attested } from './credential.ts'

/** What a verifier needs to have beforehand, and then nothing from anywhere: the issuer's public keys, and its lists as they are signed. */
export type Trusted = { keys: CredentialFacts['keys']; lists: readonly string[] }

export const credentialStates = ['valid', 'not-yet-valid', 'expired', 'superseded', 'withdrawn'] as const
export type CredentialState = (typeof credentialStates)[number]

/** Whether its stars may be shown as such. */
export const isInForce = (state: CredentialState): boolean => state === 'valid'

/** Which part of a text cannot be trusted: it is no credential, another one signed it, what it says was changed, it is about something else. */
export const untrusted = ['form', 'signer', 'content', 'subject'] as const
export type UntrustedPart = (typeof untrusted)[number]

/** `asOf`: the moment of the list that says whether it was withdrawn; null where no list says. */
export type CredentialJudgement =
  | { genuine: false; part: UntrustedPart }
  | { genuine: true; state: CredentialState; attested: Attested; asOf: string | null }

const partOf: Record<CredentialRefusal['code'], UntrustedPart> = {
  'malformed-jwt': 'form',
  'not-a-credential': 'form',
  'malformed-credential': 'form',
  'unsupported-algorithm': 'signer',
  'unknown-key': 'signer',
  'unusable-key': 'signer',
  'another-issuer': 'signer',
  'wrong-signature': 'content',
  'not-yet-valid': 'content',
  expired: 'content',
}

/** Longer than any credential of ours, and than any address with one in it. */
const mostCharacters = 20_000

/** The token in what somebody scanned, pasted or opened: itself, packed, or an address that ends in it. Line breaks of a message do not count. */
export async function readTyped(text: string): Promise<string | null> {
  const bare = text.length > mostCharacters ? '' : text.replaceAll(/\s/g, '')
  const inAddress = bare.includes('#') ? bare.slice(bare.indexOf('#') + 1) : bare
  if (inAddress.split('.').length === 3) return inAddress
  const unpacked = await unpackCredential(inAddress)
  return unpacked.ok ? unpacked.value : null
}

/** What a text that claims to be a certificate is worth. Asks nobody: it is the same without a network. */
export async function judgeCredential(text: string, { keys, lists, now }: Trusted & { now: Date }): Promise<CredentialJudgement> {
  const jwt = await readTyped(text)
  if (jwt === null) return { genuine: false, part: 'form' }
  const verified = await verifyOrigin(jwt, { issuer: claimedIssuer(jwt) ?? '', keys })
  if (!verified.ok) return { genuine: false, part: partOf[verified.refusal.code] }
  const attested = attestedBy(verified.value)
  if (!attested) return { genuine: false, part: 'subject' }
  const listed = await stateOnLists(verified.value, { keys, lists })
  const time = judgeTime(verified.value, now)
  const byTime = time.ok ? 'valid' : time.refusal.code === 'expired' ? 'expired' : 'not-yet-valid'
  return { genuine: true, state: listed.state ?? byTime, attested, asOf: listed.asOf }
}

const stateOf: Partial<Record<string, CredentialState>> = { revocation: 'withdrawn', refresh: 'superseded' }

/** What the newest list that knows of it says. An older one is still a word of its day, and that day is told. */
async function stateOnLists(
  credential: Credential,
  { keys, lists }: Trusted,
): Promise<{ state: CredentialState | null; asOf: string | null }> {
  const said: { state: CredentialState | null; asOf: string }[] = []
  for (const jwt of lists) {
    const list = await verifyOrigin(jwt, { issuer: claimedIssuer(jwt) ?? '', keys })
    const statuses = list.ok ? await credentialStatus(credential, list.value) : list
    if (!list.ok || !statuses.ok || list.value.validFrom === undefined) continue
    const against = statuses.value.filter(({ status }) => status !== 0).map(({ purpose }) => stateOf[purpose])
    const state = against.includes('withdrawn') ? 'withdrawn' : (against.find((one) => one !== undefined) ?? null)
    said.push({ state, asOf: list.value.validFrom })
  }
  return said.toSorted((a, b) => (a.asOf < b.asOf ? 1 : -1))[0] ?? { state: null, asOf: null }
}
