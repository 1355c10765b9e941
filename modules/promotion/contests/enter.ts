import { buffer } from 'node:stream/consumers'
import { done, refuse } from '@dacsan/decisions'
import type { Outcome } from '@dacsan/decisions'
import { inTransaction } from '@dacsan/platform/context'
import { recordFile } from '@dacsan/platform/files'
import type { KeptFile, Upload } from '@dacsan/platform/files'
import { drawForPage } from '@dacsan/platform/images'
import { mobileNumber } from '@dacsan/platform/mobile-number'
import { consume } from '@dacsan/platform/rate-limit'
import { dateInVietnam, foldText } from '@dacsan/vietnam'
import { producerOfActor } from '../../catalogue/index.ts'
import type { ProductId } from '../../catalogue/rules.ts'
import type { Ctx, ReadDb } from '../../context.ts'
import { actorId, hasRole, requireAct, takeUpload } from '../../identity/index.ts'
import { ruleOn } from '../../law/index.ts'
import type { MessageLanguage } from '../../message-kinds.ts'
import { contestActs, contestEntryActs } from './acts.ts'
import { lockContest, selectContestBySlug } from './contest.store.ts'
import type { StoredContest } from './contest.store.ts'
import {
  insertEntry,
  nextNumber,
  replacePhotos,
  selectEntryByKey,
  selectProductsNamed,
  updateEntryFields,
  updateEntryStatus,
} from './entry.store.ts'
import type { ChangeEntryInput, EnterContestInput, SetAsideInput } from './inputs.ts'
import { selectJurorOf } from './jury.store.ts'
import { beginEntry, publicContest, recordEntry } from './policy.ts'
import type { ContestEntryId } from './rules/ids.ts'
import { mostEntryPhotos } from './rules/names.ts'
import type { EnterRefusal, EntryClosed, EntryFormRefusal, SetAsideRefusal } from './rules/refusals.ts'
import { secretOfEntry } from './secret.ts'

const limitsOn = async (db: ReadDb, now: Date) => (await ruleOn(db, 'contest.entry-limits', dateInVietnam(now))).value

/** Minutes to wait before somebody at this address may send an entry again; 0 now. Asked before a file is read. */
export async function mayTryEntry({ db, now }: Pick<Ctx, 'db' | 'now'>, address: string): Promise<number> {
  const { perAddress, minutes } = await limitsOn(db, now)
  return consume(db, now, { limit: { bucket: 'contest-entry', most: perAddress, minutes }, address })
}

/** Until the hour, and in no other state. */
export const takesEntries = ({ status, opensAt, closesAt }: Pick<StoredContest, 'status' | 'opensAt' | 'closesAt'>, now: Date): boolean =>
  status === contestActs.open.to && now >= opensAt && now < closesAt

/** A line is the name of a product as the register has it, or its address. */
async function productsOf(db: ReadDb, typed: string): Promise<Outcome<ProductId[], EntryFormRefusal>> {
  const lines = typed.split('\n').map((line) => line.trim()).filter(Boolean).slice(0, 60) // prettier-ignore
  if (lines.length === 0) return done([])
  const slugOfLine = (line: string) => line.split(/[?#]/u)[0]!.replace(/\/+$/u, '').split('/').at(-1)!
  const found = await selectProductsNamed(db, lines.map(slugOfLine), lines.map(foldText)) // prettier-ignore
  const ids = lines.map((line) => found.find(({ slug, name }) => slug === slugOfLine(line) || foldText(name) === foldText(line))?.id)
  const missing = ids.findIndex((id) => id === undefined)
  return missing >= 0 ? refuse('product-unknown', { line: lines[missing]!.slice(0, 80) }) : done([...new Set(ids as ProductId[])])
}

const photoSize = { side: 960, most: 64 * 1024 }

/** Drawn anew, without the place and the name that a telephone writes into a photo: whoever judges sees nothing of who made it. */
async function drawPhotos(ctx: Ctx, photos: readonly Upload[]): Promise<Outcome<KeptFile[], EntryFormRefusal>> {
  const drawn: KeptFile[] = []
  for (const photo of photos) {
    const taken = await takeUpload(ctx, photo, ['photo'])
    if (!taken.ok) return taken as Outcome<never, EntryFormRefusal>
    const opened = await ctx.files.open(taken.value.hash)
    if (!opened) throw new Error(`the photo ${taken.value.hash} was kept and is not there`)
    const { bytes, width, height } = await drawForPage(await buffer(opened.stream), photoSize)
    drawn.push({ ...(await ctx.files.keepOwn(bytes, { name: 'bai-du-thi.webp', mediaType: 'image/webp' })), width, height })
  }
  return done(drawn)
}

const hashesOf = (files: readonly KeptFile[]) => [...new Set(files.map(({ hash }) => hash))]

type Entered = { entryId: ContestEntryId; number: number; secret: string }

/** An entry of whoever has something to show. The same form sent again is the same entry; the number is the platform's. */
export async function enterContest(
  ctx: Ctx,
  slug: string,
  input: EnterContestInput,
  { photos, language = 'vi', isSample = false }: { photos: readonly Upload[]; language?: MessageLanguage; isSample?: boolean },
): Promise<Outcome<Entered, EnterRefusal>> {
  requireAct(ctx.actor, contestEntryActs.enter)
  const known = async (db: ReadDb): Promise<Outcome<Entered, EnterRefusal> | null> => {
    const before = await selectEntryByKey(db, input.requestKey)
    return before ? done({ entryId: before.id, number: before.number, secret: secretOfEntry(before) }) : null
  }
  const before = await known(ctx.db)
  if (before) return before
  const contest = publicContest(await selectContestBySlug(ctx.db, slug))
  if (!takesEntries(contest, ctx.now)) return refuse('entries-closed')
  const phone = mobileNumber(input.phone)
  if (phone === null) return refuse('phone-wrong')
  if (photos.length === 0) return refuse('photo-missing')
  if (photos.length > mostEntryPhotos) return refuse('too-many-photos', { most: mostEntryPhotos })
  const products = await productsOf(ctx.db, input.products)
  if (!products.ok) return products
  const byId = actorId(ctx.actor)
  const juror = byId && (await selectJurorOf(ctx.db, contest.id, byId))
  if (juror && juror.status !== 'released') return refuse('juror-entered')
  const drawn = await drawPhotos(ctx, photos)
  if (!drawn.ok) return drawn
  const { perPhone } = await limitsOn(ctx.db, ctx.now)
  const day = { bucket: 'contest-entry-phone', most: perPhone, minutes: 1440 }
  if ((await consume(ctx.db, ctx.now, { limit: day, subject: `${contest.id} ${phone}` })) > 0)
    return refuse('too-many-entries', { most: perPhone })
  const producer = hasRole(ctx.actor, 'producer') ? await producerOfActor(ctx) : null
  return inTransaction(ctx, async (tx): Promise<Outcome<Entered, EnterRefusal>> => {
    const held = (await lockContest(tx, contest.id))!
    const again = await known(tx)
    if (again) return again
    if (!takesEntries(held, ctx.now)) return refuse('entries-closed')
    const [id, number] = [ctx.newId('cen'), await nextNumber(tx, contest.id)]
    for (const file of drawn.value) await recordFile(tx, file, { by: byId, at: ctx.now })
    await insertEntry(tx, {
      ...input,
      id,
      contestId: contest.id,
      number,
      phone,
      byId,
      producerId: producer?.id ?? null,
      language,
      productIds: products.value,
      photos: hashesOf(drawn.value),
      at: ctx.now,
      isSample,
    })
    await recordEntry(tx, ctx, 'enter', { id, contestId: contest.id, number })
    return done({ entryId: id, number, secret: secretOfEntry(input) })
  })
}

/** Other words, or other photos in the place of all that are there, until the hour. */
export async function changeEntry(
  ctx: Ctx,
  { entryId, secret }: { entryId: ContestEntryId; secret: string },
  input: ChangeEntryInput,
  photos: readonly Upload[],
): Promise<Outcome<null, EntryClosed | EntryFormRefusal>> {
  if (photos.length > mostEntryPhotos) return refuse('too-many-photos', { most: mostEntryPhotos })
  // Before a file is kept: whoever may not change it fills no disk.
  const early = await inTransaction(ctx, (tx) => beginEntry(tx, ctx, 'change', entryId, secret))
  if (!early.ok) return early
  if (!takesEntries(early.value.contest, ctx.now)) return refuse('entries-closed')
  const products = await productsOf(ctx.db, input.products)
  if (!products.ok) return products
  const drawn = await drawPhotos(ctx, photos)
  if (!drawn.ok) return drawn
  return inTransaction(ctx, async (tx): Promise<Outcome<null, EntryClosed | EntryFormRefusal>> => {
    const begun = await beginEntry(tx, ctx, 'change', entryId, secret)
    if (!begun.ok) return begun
    if (!takesEntries(begun.value.contest, ctx.now)) return refuse('entries-closed')
    for (const file of drawn.value) await recordFile(tx, file, { by: actorId(ctx.actor), at: ctx.now })
    await updateEntryFields(tx, entryId, { ...input, productIds: products.value }, ctx.now)
    if (drawn.value.length > 0) await replacePhotos(tx, entryId, hashesOf(drawn.value))
    await recordEntry(tx, ctx, 'change', begun.value.entry)
    return done(null)
  })
}

/** Taken back until the hour; its number is given to nobody else. */
export async function withdrawEntry(
  ctx: Ctx,
  { entryId, secret }: { entryId: ContestEntryId; secret: string },
): Promise<Outcome<null, EntryClosed | { code: 'entries-closed' }>> {
  return inTransaction(ctx, async (tx): Promise<Outcome<null, EntryClosed | { code: 'entries-closed' }>> => {
    const begun = await beginEntry(tx, ctx, 'withdraw', entryId, secret)
    if (!begun.ok) return begun
    if (!takesEntries(begun.value.contest, ctx.now)) return refuse('entries-closed')
    await updateEntryStatus(tx, entryId, { status: contestEntryActs.withdraw.to, changed_at: ctx.now })
    await recordEntry(tx, ctx, 'withdraw', begun.value.entry)
    return done(null)
  })
}

/** Against the rules of the contest: with a reason, which whoever made it is told. */
export async function setEntryAside(ctx: Ctx, { entryId, reason }: SetAsideInput): Promise<Outcome<null, EntryClosed | SetAsideRefusal>> {
  return inTransaction(ctx, async (tx): Promise<Outcome<null, EntryClosed | SetAsideRefusal>> => {
    const begun = await beginEntry(tx, ctx, 'set-aside', entryId)
    if (!begun.ok) return begun
    if (begun.value.contest.status !== 'open' && begun.value.contest.status !== 'judging') return refuse('contest-over')
    await updateEntryStatus(tx, entryId, { status: contestEntryActs['set-aside'].to, set_aside_reason: reason, changed_at: ctx.now })
    await recordEntry(tx, ctx, 'set-aside', begun.value.entry)
    return done(null)
  })
}
