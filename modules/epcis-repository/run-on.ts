import { inTransaction } from '@dacsan/platform/context'
import type { Ctx } from '../context.ts'
import type { OrganisationId } from '../identity/rules.ts'
import { captureLife, insertCapture, insertRunning, keepRunning } from './capture.store.ts'
import type { EndedCapture } from './capture.store.ts'
import { ownPartner } from './partner.store.ts'
import type { EpcisProblem } from './rules.ts'

const brokeOff: EpcisProblem = {
  type: 'epcisException:ImplementationException',
  title: 'A fault of ours',
  status: 500,
  detail: 'the capture broke off and nothing of it was stored: send it again',
}

/** So many are stored at once by one process: each holds a connection of the database until it is done. Others wait, and are running meanwhile. */
const atOnce = 2
let storing = 0
const waiting: (() => void)[] = []

async function inTurn(store: () => Promise<unknown>): Promise<void> {
  if (storing < atOnce) storing += 1
  else await new Promise<void>((resolve) => waiting.push(resolve))
  try {
    await store()
  } finally {
    const next = waiting.shift()
    if (next) next()
    else storing -= 1
  }
}

/** How a capture that went on after its answer ended: `fault` where it was ours. */
export type RanOn = { fault?: unknown }

/**
 * Lets a capture go on after its answer: the job is there, running, when this answers. Everything is stored in one transaction, so a process that goes down
 * leaves nothing behind but a job that is told as broken off.
 */
export async function runOn(
  ctx: Ctx,
  organisationId: OrganisationId,
  job: Pick<EndedCapture, 'id' | 'behaviour' | 'createdAt' | 'success'>,
  store: () => Promise<unknown>,
): Promise<{ finished: Promise<RanOn> }> {
  const partnerId = await inTransaction(ctx, async (tx) => {
    const own = await ownPartner(tx, organisationId)
    await insertRunning(tx, own, job)
    return own
  })
  // A pulse that is lost is followed by others.
  const pulse = () => inTransaction(ctx, (tx) => keepRunning(tx, job.id)).catch(() => {})
  const beat = setInterval(() => void pulse(), captureLife / 3)
  beat.unref()
  const end = async (fault: unknown): Promise<RanOn> => {
    const ended = { ...job, finishedAt: ctx.now, success: false, stored: 0, errors: [brokeOff], warnings: [] }
    await inTransaction(ctx, (tx) => insertCapture(tx, partnerId, ended))
    return { fault }
  }
  const finished = inTurn(store)
    .then(() => ({}), end)
    // Where even that cannot be written, the job is told as broken off when its time is up.
    .catch((fault: unknown) => ({ fault }))
    .finally(() => clearInterval(beat))
  return { finished }
}
