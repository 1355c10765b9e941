import { buffer } from 'node:stream/consumers'
import { NotFound, done, refuse } from '@dacsan/decisions'
import type { Outcome } from '@dacsan/decisions'
import { inTransaction } from '@dacsan/platform/context'
import { recordFile } from '@dacsan/platform/files'
import type { KeptFile, Upload } from '@dacsan/platform/files'
import { drawForPage } from '@dacsan/platform/images'
import type { Ctx } from '../../context.ts'
import { actorId, hasRole, requireAct, takeUpload } from '../../identity/index.ts'
import { newsActs } from './acts.ts'
import type { AddPhotoInput, RemovePhotoInput } from './inputs.ts'
import { deleteNewsPhoto, insertNewsPhoto, selectNewsPhotos } from './photo.store.ts'
import { beginNews, mayWriteNews, recordNews } from './policy.ts'
import { isPhotoShown } from './public.store.ts'
import type { NewsId } from './rules/ids.ts'
import { mostPhotos, newsPhotoSizes } from './rules/photos.ts'
import type { NewsClosed, NewsPhotoRefusal } from './rules/refusals.ts'

type Added = Outcome<{ incomplete: boolean }, NewsClosed | NewsPhotoRefusal>

/** A photo with whose it is and by which right it is shown; one of people only with what they agreed to. */
export async function addNewsPhoto(ctx: Ctx, input: AddPhotoInput, upload: Upload | null): Promise<Added> {
  // Before the file is kept: whoever may not add it fills no disk.
  requireAct(ctx.actor, newsActs['add-photo'])
  if (!upload) return refuse('photo-missing')
  if (input.showsPeople && input.consent === null) return refuse('consent-missing')
  const taken = await takeUpload(ctx, upload, ['photo'])
  if (!taken.ok) return taken
  const [wide, small] = [await drawn(ctx, taken.value, 'wide'), await drawn(ctx, taken.value, 'small')]
  return inTransaction(ctx, async (tx): Promise<Added> => {
    const begun = await beginNews(tx, ctx, 'add-photo', input.newsId)
    if (!begun.ok) return begun
    const photos = await selectNewsPhotos(tx, [input.newsId])
    if (photos.some(({ wideHash }) => wideHash === wide.hash)) return refuse('photo-twice')
    if (photos.length >= mostPhotos) return refuse('too-many-photos', { most: mostPhotos })
    for (const file of [wide, small]) await recordFile(tx, file, { by: actorId(ctx.actor), at: ctx.now })
    const id = ctx.newId('nph')
    await insertNewsPhoto(tx, {
      ...input,
      id,
      position: photos.length + 1,
      wideHash: wide.hash,
      smallHash: small.hash,
      consent: input.showsPeople ? input.consent : null,
      at: ctx.now,
    })
    await recordNews(tx, ctx, 'add-photo', begun.value, input.caption)
    return done({ incomplete: taken.value.incomplete === true })
  })
}

/** Drawn anew, without the place and camera that a telephone writes into a photo. */
async function drawn({ files }: Pick<Ctx, 'files'>, photo: KeptFile, size: keyof typeof newsPhotoSizes): Promise<KeptFile> {
  const opened = await files.open(photo.hash)
  if (!opened) throw new Error(`the photo ${photo.hash} was kept and is not there`)
  const { bytes, width, height } = await drawForPage(await buffer(opened.stream), newsPhotoSizes[size])
  return { ...(await files.keepOwn(bytes, { name: `tin-${size}.webp`, mediaType: 'image/webp' })), width, height }
}

/** Taken away for good, in public too: whoever agreed may change their mind. */
export async function removeNewsPhoto(ctx: Ctx, { newsId, photoId }: RemovePhotoInput): Promise<Outcome<null, NewsClosed>> {
  return inTransaction(ctx, async (tx) => {
    const begun = await beginNews(tx, ctx, 'remove-photo', newsId)
    if (!begun.ok) return begun
    if (await deleteNewsPhoto(tx, newsId, photoId)) await recordNews(tx, ctx, 'remove-photo', begun.value)
    return done(null)
  })
}

/** The bytes of a photo of an item that everybody reads, or that the desk works on. */
export async function openNewsPhoto({ db, files, actor }: Pick<Ctx, 'db' | 'files' | 'actor'>, newsId: NewsId, hash: string) {
  const isDesk = mayWriteNews(actor) || hasRole(actor, 'leader')
  const isThere = isDesk
    ? (await selectNewsPhotos(db, [newsId])).some(({ wideHash, smallHash }) => wideHash === hash || smallHash === hash)
    : await isPhotoShown(db, newsId, hash)
  const opened = isThere ? await files.open(hash) : null
  if (!opened) throw new NotFound('No such photo')
  return { ...opened, mediaType: 'image/webp', name: 'anh.webp' }
}
