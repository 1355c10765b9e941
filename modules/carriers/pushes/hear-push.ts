import { createHash, createHmac, timingSafeEqual } from 'node:crypto'
import { carrierOf } from '@dacsan/carriers'
import { addJob } from '@dacsan/platform/add-job'
import { inTransaction } from '@dacsan/platform/context'
import type { Ctx } from '../../context.ts'
import { selectListening } from '../accounts/account.store.ts'
import type { CarrierName } from '../rules/kinds.ts'
import { insertPush } from './push.store.ts'

export const hearJob = 'carriers.hear'

export type PushAnswer = 'stored' | 'rejected' | 'not-connected'

/** Compares in the same time whatever the difference is. */
function isEqual(known: string, given: string): boolean {
  const [a, b] = [known, given].map((text) => createHmac('sha256', 'compare').update(text).digest())
  return timingSafeEqual(a!, b!)
}

/**
 * Takes what a carrier sends by itself: known by the secret in the address that the seller gave it (`hash`), or in the message of Viettel Post (`TOKEN`).
 * Stored, answered, worked on by a job of the same transaction; the same bytes again are one message. Nothing changes by it: the carrier is asked.
 */
export async function hearPush(
  ctx: Pick<Ctx, 'db' | 'newId'>,
  carrier: CarrierName,
  { body, hash, now }: { body: Uint8Array; hash: string | null; now: Date },
): Promise<PushAnswer> {
  const listening = await selectListening(ctx.db, carrier)
  if (listening.length === 0) return 'not-connected'
  const read = carrierOf(carrier).readPush(body)
  const secrets = [hash, ...(read.ok ? read.value.map(({ token }) => token) : [])].filter((one) => one !== null && one !== '')
  const account = listening.find(({ secret }) => secrets.some((given) => isEqual(secret, given!)))
  if (!account) return 'rejected'
  const pushId = ctx.newId('cpu')
  const digest = createHash('sha256').update(body).digest('hex')
  const push = { id: pushId, accountId: account.id, body: new TextDecoder().decode(body), digest, at: now }
  await inTransaction(ctx, async (tx) => {
    if (await insertPush(tx, push)) await addJob(tx, hearJob, { pushId }, { key: `${hearJob}:${pushId}` })
  })
  return 'stored'
}
