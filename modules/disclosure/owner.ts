import { Conflict, done } from '@dacsan/decisions'
import type { Outcome } from '@dacsan/decisions'
import { inTransaction } from '@dacsan/platform/context'
import { dateInVietnam } from '@dacsan/vietnam'
import { z } from 'zod'
import type { Ctx, ReadDb } from '../context.ts'
import { actorId, record, requireAct } from '../identity/index.ts'
import { ownerActs } from './acts.ts'
import { insertOwner, selectOwner } from './owner.store.ts'
import type { OwnerFacts } from './owner.store.ts'
import { inputWords as words } from './words/inputs.ts'

const line = (most: number, asks: string) => z.string().trim().normalize('NFC').min(3, asks).max(most, words.tooLong(most))

/** What Nghị định 248/2026/NĐ-CP, Điều 4 wants everybody to read of the owner. */
export const publishOwnerInput = z.object({
  name: line(200, words.name),
  headOffice: line(300, words.headOffice),
  representative: line(120, words.representative),
  registrationNumber: line(60, words.registrationNumber),
  registeredOn: z.iso.date(words.day),
  registeredBy: line(200, words.registeredBy),
  supportChannel: line(200, words.supportChannel),
})

export async function publishOwner(ctx: Ctx, facts: OwnerFacts): Promise<Outcome<{ version: number }, never>> {
  requireAct(ctx.actor, ownerActs.publish)
  return inTransaction(ctx, async (tx) => {
    const version = ((await selectOwner(tx))?.version ?? 0) + 1
    if (!(await insertOwner(tx, facts, { version, by: actorId(ctx.actor), at: ctx.now })))
      throw new Conflict('The owner was published meanwhile', { version })
    await record(tx, ctx, ownerActs.publish, { subjectId: 'site', detail: { version, on: dateInVietnam(ctx.now) } })
    return done({ version })
  })
}

/** Who owns the site, for everybody; null until somebody said so. */
export const siteOwner = async (db: ReadDb) => (await selectOwner(db)) ?? null
