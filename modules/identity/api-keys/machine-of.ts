import { done, refuse } from '@dacsan/decisions'
import type { Outcome } from '@dacsan/decisions'
import { inTransaction } from '@dacsan/platform/context'
import { consume } from '@dacsan/platform/rate-limit'
import { dateInVietnam } from '@dacsan/vietnam'
import type { Kysely } from 'kysely'
import type { DB as Tables } from '../../database.tables.ts'
import { visitor } from '../actor.ts'
import type { Machine } from '../actor.ts'
import { limits } from '../limits.ts'
import { noteSecurity } from '../security-log.ts'
import { apiKeyActs } from './acts.ts'
import { selectApiKeyByDigest, updateLastUsed } from './api-key.store.ts'
import { digestOfKey, isKeyText, keyOfHeader } from './key-text.ts'
import { apiKeyStatusOf } from './rules.ts'
import type { ApiKeyScope, MachineRefusal } from './rules.ts'

/** A request of a machine: where it comes from, and when. */
export type MachineRequest = { db: Kysely<Tables>; now: Date; address: string; requestId?: string | null }

type Found = NonNullable<Awaited<ReturnType<typeof selectApiKeyByDigest>>>

/**
 * Which machine sends a request, by its header `Authorization`; it must have the scope. Keys that are not known count against the address that
 * sends them; one that is known is never kept out by what others try.
 *
 * @example const outcome = await machineOf({ db, now, address: request.ip }, request.headers.authorization, 'epcis')
 */
export async function machineOf(
  request: MachineRequest,
  authorization: string | undefined,
  scope: ApiKeyScope,
): Promise<Outcome<Machine, MachineRefusal>> {
  const { db, now, address } = request
  const key = keyOfHeader(authorization)
  if (key === null) return refuse('no-key')
  const isWhole = isKeyText(key)
  const found = isWhole ? await selectApiKeyByDigest(db, digestOfKey(key)) : undefined
  if (!found) {
    const minutes = await consume(db, now, { limit: limits.unknownKeys, address })
    const refused = minutes > 0 ? refuse('too-many-attempts', { minutes }) : isWhole ? refuse('unknown-key') : refuse('key-mistyped')
    await noteRefused(request, refused.refusal)
    return refused
  }
  const machine = machineWith(found)
  const today = dateInVietnam(now)
  const refused = refuseKey(found, scope, today)
  if (refused) {
    await noteRefused(request, refused.refusal, machine)
    return refused
  }
  if (found.lastUsedOn !== today) await noteUse(request, machine, today)
  return done(machine)
}

function machineWith({ id, label, scopes, organisationId, organisationCode, organisationName }: Found): Machine {
  const name = `${organisationName}, ${label}`
  return { kind: 'machine', keyId: id, name, organisationId, organisationCode, organisationName, scopes }
}

function refuseKey(found: Found, scope: ApiKeyScope, today: string) {
  const status = apiKeyStatusOf(found, today)
  if (status === apiKeyActs.revoke.to) return refuse('key-revoked')
  if (status !== apiKeyActs.create.to) return refuse('key-expired', { on: found.expiresOn ?? today })
  return found.scopes.includes(scope) ? null : refuse('scope-missing', { scope })
}

/** Once a day, by whichever of its requests comes first. */
async function noteUse(request: MachineRequest, machine: Machine, today: string): Promise<void> {
  const isFirst = await inTransaction(request, (tx) => updateLastUsed(tx, machine.keyId, today))
  if (isFirst) await note(request, { actor: machine, outcome: 'done', reason: null })
}

const noteRefused = (request: MachineRequest, { code }: MachineRefusal, machine?: Machine) =>
  note(request, { actor: machine ?? visitor, outcome: 'refused', reason: code })

async function note(
  { db, now, address, requestId = null }: MachineRequest,
  { actor, outcome, reason }: { actor: Machine | typeof visitor; outcome: 'done' | 'refused'; reason: string | null },
): Promise<void> {
  const object = actor.kind === 'machine' ? { type: 'api-key', id: actor.keyId } : null
  await noteSecurity(db, { at: now, what: 'sign-in', outcome, reason, actor, address, requestId, object })
}
