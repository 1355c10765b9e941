import { isUnopenable } from '@dacsan/platform/locked-text'
import { issueCredential, statusListCredential } from '@dacsan/transparency-log/credential'
import { emptyStatusList, withStatus } from '@dacsan/transparency-log/status-list'
import type { ReadDb } from '../../context.ts'
import type { CertificateStatus } from '../rules.ts'
import { entriesOf, issuerAt, statusListAddress, statusPurposes } from '../rules/credential.ts'
import type { Trusted } from '../rules/judge-credential.ts'
import { selectEnded, selectLists } from './credential.store.ts'
import { issuerKeys, knownSigningKey } from './issuer-keys.ts'

type Asking = { db: ReadDb; now: Date }

const minute = 60_000
const day = 24 * 60 * minute
/** Whole minutes: within one an unchanged list is the same bytes, and nobody gets them twice. */
const stamp = (time: number) => new Date(Math.floor(time / minute) * minute).toISOString().replace('.000Z', 'Z')

/** Which of its two entries a certificate that is not in force has set. */
const entryOf = { active: null, withdrawn: 'revocation', superseded: 'refresh' } as const satisfies Record<
  CertificateStatus,
  (typeof statusPurposes)[number] | null
>

/**
 * A list of withdrawn and followed certificates as it is at this moment, signed (`vc+jwt`); null where there is no such list. Made of the certificates
 * themselves each time, so that a withdrawal shows at once, whichever process, import or hand recorded it.
 */
export async function statusList(ctx: Asking, id: number): Promise<string | null> {
  const list = (await selectLists(ctx.db)).find((one) => one.id === id)
  return list ? signed(ctx, list) : null
}

async function signed({ db, now }: Asking, { id: listId, origin }: { id: number; origin: string }): Promise<string> {
  const ended = await selectEnded(db, listId)
  const bits = ended.reduce((list, { place, status }) => {
    const entry = entryOf[status]
    return entry === null ? list : withStatus(list, entriesOf(place)[entry], 1)
  }, emptyStatusList())
  const credential = await statusListCredential({
    id: statusListAddress(origin, listId),
    issuer: issuerAt(origin),
    bits,
    purpose: statusPurposes,
    validFrom: stamp(now.getTime()),
    validUntil: stamp(now.getTime() + day),
  })
  const { kid, privateKey } = await knownSigningKey(db, origin)
  const issued = await issueCredential(credential, { kid, privateKey })
  if (!issued.ok) throw new Error(`the status list ${listId} makes no credential: ${issued.refusal.property}`)
  return issued.value
}

/**
 * All that somebody needs who verifies certificates of this platform without asking it again. While the signing key is lost there is no list, and whoever
 * verifies is told so; the signatures themselves are verified as always.
 */
export async function trustedNow(ctx: Asking): Promise<Trusted> {
  const lists = await Promise.all((await selectLists(ctx.db)).map((list) => signed(ctx, list).catch(withoutKey)))
  return { keys: (await issuerKeys(ctx.db)).keys, lists: lists.filter((list) => list !== null) }
}

function withoutKey(error: unknown): null {
  if (isUnopenable(error)) return null
  throw error
}
