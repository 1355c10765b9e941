import { createHash } from 'node:crypto'
import { addJob } from '@dacsan/platform/add-job'
import { inTransaction } from '@dacsan/platform/context'
import type { Log } from '@dacsan/platform/log'
import { dateInVietnam } from '@dacsan/vietnam'
import type { Ctx } from '../../context.ts'
import type { Provider, Rejection } from '../rules/kinds.ts'
import { countRejection, insertEvent } from './event.store.ts'
import { parsed, whyNotFrom } from './signatures.ts'
import type { Heard } from './signatures.ts'
import { selectListening } from './source.store.ts'
import { readEvent } from './transfers.ts'

export const processJob = 'payments.process-events'

/** `stored`: it is in our books of what came, now or before; `rejected`: nobody whom we know sent it; `not-connected`: nobody sells with this provider here. */
export type WebhookAnswer = 'stored' | 'rejected' | 'not-connected'

/** So many rejections of a kind a day are told to whoever watches the log, and each hundred after that. */
const tellAt = 5

/**
 * Takes what a provider sends: it is known by the secret of a seller, stored as it came, answered, and worked on later by a job that is queued in the same
 * transaction. Sent again, at the same moment or after a lost answer, it is one event. What is turned away is counted, never silently.
 */
export async function hearWebhook(
  ctx: Pick<Ctx, 'db' | 'newId'> & { log: Pick<Log, 'warn'> },
  provider: Provider,
  heard: Heard,
): Promise<WebhookAnswer> {
  const { now, body } = heard
  const listening = await selectListening(ctx.db, provider, now)
  if (listening.length === 0) return 'not-connected'
  let surest: Rejection = 'not-signed'
  for (const { id: sourceId, producerId, secrets } of listening) {
    const why = whyNotFrom(provider, secrets, heard)
    if (why !== null) {
      if (why !== 'not-signed' && (surest === 'not-signed' || why !== 'signature')) surest = why
      continue
    }
    const digest = createHash('sha256').update(body).digest('hex')
    const { id: eventId } = readEvent(provider, parsed(body), { digest, day: dateInVietnam(now) })
    const event = { id: ctx.newId('whe'), sourceId, eventId, body: new TextDecoder().decode(body), digest, at: now }
    await inTransaction(ctx, async (tx) => {
      if (await insertEvent(tx, event)) await addJob(tx, processJob, { producerId }, { key: `${processJob}:${producerId}` })
    })
    return 'stored'
  }
  const count = await inTransaction(ctx, (tx) => countRejection(tx, { provider, why: surest, at: now }))
  if (count === tellAt || count % 100 === 0)
    ctx.log.warn({ provider, why: surest, count }, 'messages of a payment provider are turned away today')
  return 'rejected'
}
