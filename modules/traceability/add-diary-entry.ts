import { idInput } from '@dacsan/platform/ids'
import { NotFound, done, refuse } from '@dacsan/decisions'
import type { Outcome } from '@dacsan/decisions'
import { inTransaction } from '@dacsan/platform/context'
import { recordFile } from '@dacsan/platform/files'
import type { KeptFile } from '@dacsan/platform/files'
import { z } from 'zod'
import type { Ctx } from '../context.ts'
import { recordOwnEvents } from '../epcis-repository/index.ts'
import { record, requireAct, takeUpload } from '../identity/index.ts'
import { actorId, actorName } from '../identity/rules.ts'
import { insertEntry, selectEntryByRequest } from './diary.store.ts'
import { diaryWritten } from './lot-events.ts'
import { lockLot, selectLot } from './lot.store.ts'
import type { LockedLot } from './lot.store.ts'
import { requestKey } from '@dacsan/platform/request-key'
import { optionalLine } from '../optional-fields.ts'
import { amountField } from './materials/inputs.ts'
import { decideEntry, diaryActOf, diaryKinds, lotActs, tiesOfLot } from './rules.ts'
import type { DiaryKind, DiaryRefusal } from './rules.ts'
import type { DiaryEntryId, LotId } from './rules/ids.ts'
import { formWords } from './words.ts'

/** What a browser's clock field gives, taken as the time in Việt Nam; nothing means now. */
const momentInVietnam = z.preprocess(
  (value) => (value === '' ? undefined : value),
  z
    .string()
    .regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d)?$/, formWords.moment)
    .transform((local) => new Date(`${local}+07:00`))
    .refine((moment) => !Number.isNaN(moment.getTime()), formWords.realMoment)
    .optional(),
)

export const addDiaryEntryInput = z.object({
  lotId: idInput('lot'),
  kind: z.enum(diaryKinds, formWords.diaryKind),
  at: momentInVietnam,
  /** When it was tapped, by the clock of a telephone that had no signal: less than what was typed, more than when it came in. */
  tappedAt: z.iso
    .datetime({ offset: true })
    .transform((moment) => new Date(moment))
    .optional()
    .catch(undefined),
  text: z.string().trim().max(500, formWords.longest(500)).default(''),
  quantity: z
    .literal('')
    .transform(() => undefined)
    .or(amountField())
    .optional(),
  unit: z.string().trim().max(20, formWords.longest(20)).optional(),
  place: optionalLine(120).optional(),
  requestKey,
})
/** A tap on the page: the kind, and behind a tilde what makers of such goods call it. It becomes the text of an entry that has none. */
export const diaryTap = z.string(formWords.diaryKind).transform((tapped, check) => {
  const [kind, usual = ''] = tapped.split('~')
  const found = diaryKinds.find((one) => one === kind)
  if (found) return { kind: found, usual: usual.slice(0, 120) }
  check.addIssue({ code: 'custom', message: formWords.diaryKind })
  return z.NEVER
})

export type AddDiaryEntryInput = z.infer<typeof addDiaryEntryInput>

export type DiaryFiles = { photo?: File | null | undefined; voice?: File | null | undefined }

/** Writes what was done with a lot into its diary, with a photo and a spoken note if there are any. The same form sent twice is one entry. */
export async function addDiaryEntry(
  ctx: Ctx,
  { lotId, kind, at: typedAt, tappedAt, text, requestKey, quantity, unit, place }: AddDiaryEntryInput,
  { photo, voice }: DiaryFiles = {},
): Promise<Outcome<{ entryId: DiaryEntryId; incomplete: boolean }, DiaryRefusal>> {
  // Before the photo is kept: whoever may not write into the diary fills no disk.
  requireWriting(ctx, await selectLot(ctx.db, lotId), { lotId, kind })
  const kept = photo && (await takeUpload(ctx, { content: photo, name: photo.name }, ['photo']))
  if (kept && !kept.ok) return kept
  const spoken = voice && (await takeVoice(ctx, voice))
  if (spoken && !spoken.ok) return spoken
  // The clock of a telephone that runs ahead is not believed.
  const at = typedAt ?? (tappedAt && tappedAt < ctx.now ? tappedAt : ctx.now)
  return inTransaction(ctx, async (tx) => {
    const lot = requireWriting(ctx, await lockLot(tx, lotId), { lotId, kind })
    const known = await selectEntryByRequest(tx, requestKey)
    if (known)
      return known.lotId === lotId && known.kind === kind ? done({ entryId: known.id, incomplete: false }) : refuse('request-key-reused')
    const decision = decideEntry(lot, { kind, at, text }, { now: ctx.now })
    if (!decision.ok) return decision
    const entryId = ctx.newId('dia')
    if (kept) await recordFile(tx, kept.value, { by: actorId(ctx.actor), at: ctx.now })
    if (spoken) await recordFile(tx, spoken.value, { by: actorId(ctx.actor), at: ctx.now })
    const fileHash = kept ? kept.value.hash : null
    const said = { quantity: quantity ?? null, unit: quantity === undefined ? null : (unit ?? lot.unit), place: place ?? null }
    const voiceHash = spoken ? spoken.value.hash : null
    const entry = {
      id: entryId,
      ...decision.event.entry,
      ...said,
      fileHash,
      voiceHash,
      recordedBy: actorName(ctx.actor),
      requestKey,
      recordedAt: ctx.now,
    }
    await Promise.all([
      insertEntry(tx, lotId, entry),
      recordOwnEvents(tx, ctx, { organisationId: lot.producer.organisationId, events: diaryWritten(ctx, lot, entry) }),
      record(tx, ctx, lotActs[diaryActOf(kind)], { subjectId: lotId, payload: { lotId, entryId, kind } }),
    ])
    return done({ entryId, incomplete: kept?.value.incomplete === true })
  })
}

/** What is wrong with a recording is said in one sentence, whatever it is; a virus and a scanner that is silent keep theirs. */
async function takeVoice(ctx: Ctx, voice: File): Promise<Outcome<KeptFile, DiaryRefusal>> {
  const spoken = await takeUpload(ctx, { content: voice, name: voice.name }, ['voice'])
  if (spoken.ok || spoken.refusal.code === 'file-infected' || spoken.refusal.code === 'scanner-silent') return spoken
  return refuse('voice-refused')
}

function requireWriting(
  { actor }: Pick<Ctx, 'actor'>,
  lot: LockedLot | undefined,
  { lotId, kind }: { lotId: LotId; kind: DiaryKind },
): LockedLot {
  if (!lot) throw new NotFound('No such lot', { lotId })
  requireAct(actor, lotActs[diaryActOf(kind)], tiesOfLot(lot))
  return lot
}
