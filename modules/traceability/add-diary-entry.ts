import { NotFound, done, refuse } from '@dacsan/decisions'
import type { Outcome } from '@dacsan/decisions'
import { inTransaction } from '@dacsan/platform/context'
import { recordFile } from '@dacsan/platform/files'
import { z } from 'zod'
import type { Ctx } from '../context.ts'
import { requireRole } from '../identity/index.ts'
import { insertEntry, selectEntryByRequest } from './diary.store.ts'
import { actorId, actorName, record } from './events.ts'
import { lockLot } from './lot.store.ts'
import { requestKey } from './open-lot.ts'
import { mayTend } from './policy.ts'
import { decideEntry, diaryKinds } from './rules.ts'
import type { DiaryRefusal } from './rules.ts'

/** What a browser's clock field gives, taken as the time in Việt Nam; nothing means now. */
const momentInVietnam = z.preprocess(
  (value) => (value === '' ? undefined : value),
  z
    .string()
    .regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d)?$/, 'Hãy chọn ngày và giờ.')
    .transform((local) => new Date(`${local}+07:00`))
    .refine((moment) => !Number.isNaN(moment.getTime()), 'Hãy chọn ngày và giờ có thật.')
    .optional(),
)

export const addDiaryEntryInput = z.object({
  lotId: z.string(),
  kind: z.enum(diaryKinds, 'Hãy chọn việc đã làm.'),
  at: momentInVietnam,
  text: z.string().trim().max(500, 'Nhiều nhất 500 chữ.').default(''),
  requestKey,
})
export type AddDiaryEntryInput = z.infer<typeof addDiaryEntryInput>

/** Writes what was done with a lot into its diary, with a photo if there is one. The same form sent twice is one entry. */
export async function addDiaryEntry(
  ctx: Ctx,
  { lotId, kind, at = ctx.now, text, requestKey }: AddDiaryEntryInput,
  photo: File | null = null,
): Promise<Outcome<{ entryId: string }, DiaryRefusal>> {
  requireRole(ctx.actor, 'producer')
  const kept = photo && (await ctx.files.keep(photo, { name: photo.name, kinds: ['photo'] }))
  if (kept && !kept.ok) return kept
  return inTransaction(ctx, async (tx) => {
    const lot = await lockLot(tx, lotId)
    if (!lot || !mayTend(ctx.actor, lot)) throw new NotFound('No such lot', { lotId })
    const known = await selectEntryByRequest(tx, requestKey)
    if (known) return known.lotId === lotId && known.kind === kind ? done({ entryId: known.id }) : refuse('request-key-reused')
    const decision = decideEntry(lot, { kind, at, text }, { now: ctx.now })
    if (!decision.ok) return decision
    const entryId = ctx.newId('dia')
    if (kept) await recordFile(tx, kept.value, { by: actorId(ctx), at: ctx.now })
    const fileHash = kept ? kept.value.hash : null
    await insertEntry(tx, lotId, {
      id: entryId,
      ...decision.event.entry,
      fileHash,
      recordedBy: actorName(ctx),
      requestKey,
      recordedAt: ctx.now,
    })
    await record(tx, ctx, 'diary.written', { lotId, entryId, kind }, { type: 'lot', id: lotId })
    return done({ entryId })
  })
}
