import { NotFound, mayOf } from '@dacsan/decisions'
import { dateInVietnam } from '@dacsan/vietnam'
import type { Ctx, ReadDb } from '../../context.ts'
import { grantsOf } from '../../identity/rules.ts'
import { listCommunes, ruleOn } from '../../law/index.ts'
import { pointActs } from './acts.ts'
import { selectInspections, selectPhotoFile, selectPhotos } from './inspection.store.ts'
import { openPointPhone, selectFewPoints, selectOperators, selectPoint, selectPointBySlug, selectRecognised } from './point.store.ts'
import type { StoredPoint } from './point.store.ts'
import { requireOffice } from './policy.ts'
import { readHours, schemaHours } from './rules/hours.ts'
import type { PointId } from './rules/ids.ts'
import { sketchOf } from './rules/sketch.ts'

type Reader = Pick<Ctx, 'db' | 'actor' | 'now'>

/** What everybody may know of a point. The telephone was given to be shown, on a day that stands beside it. */
async function publicFacts(db: ReadDb, point: StoredPoint) {
  const { id, slug, name, operatorName, communeCode, communeName, provinceName, address, latitude, longitude, hours, about, isSample } =
    point
  return {
    id,
    slug,
    name,
    operatorName,
    communeCode,
    communeName,
    provinceName,
    address,
    latitude,
    longitude,
    hours: readHours(hours) ?? [],
    openingHours: schemaHours(readHours(hours) ?? []),
    about,
    isSample,
    phone: await openPointPhone(db, point),
    recognisedNumber: point.recognisedNumber,
    recognisedOn: point.recognisedOn,
    isWithdrawn: point.status === 'withdrawn',
    withdrawnOn: point.withdrawnOn,
  }
}

/** The points that hold today; of one commune where it is named. The sketch shows the same. */
export async function listPublicPoints({ db }: Pick<Ctx, 'db'>, { commune }: { commune?: string } = {}) {
  const all = await selectRecognised(db)
  const chosen = commune ? all.filter(({ communeCode }) => communeCode === commune) : all
  const points = await Promise.all(chosen.map((point) => publicFacts(db, point)))
  const communes = new Map(all.map(({ communeCode, communeName }) => [communeCode, communeName]))
  return {
    points,
    communes: [...communes].map(([code, name]) => ({ code, name })).toSorted((a, b) => a.name.localeCompare(b.name, 'vi')),
    sketch: sketchOf(points.map(({ slug, name, latitude, longitude }) => ({ slug, name, latitude, longitude }))),
  }
}

/** A few of the points that hold today, for a page about something else. */
export const fewPoints = ({ db }: Pick<Ctx, 'db'>, most: number) => selectFewPoints(db, most)

/** The page of a point: a withdrawn one says that it is. */
export async function findPublicPoint({ db }: Pick<Ctx, 'db'>, slug: string) {
  const point = await selectPointBySlug(db, slug)
  if (!point || point.status === 'draft') throw new NotFound('No such point of sale', { slug })
  const photos = await selectPhotos(db, point.id)
  return {
    point: await publicFacts(db, point),
    photos: photos.filter(({ isPublic }) => isPublic).map(({ hash, caption }) => ({ hash, caption })),
  }
}

/** A photo of a point: those meant for everybody by its slug, all of them for the department. */
export async function openPointPhoto({ db, files }: Pick<Ctx, 'db' | 'files'>, slug: string, hash: string) {
  const point = await selectPointBySlug(db, slug)
  const file = point && point.status !== 'draft' ? await selectPhotoFile(db, point.id, hash) : undefined
  const opened = file?.isPublic ? await files.open(file.hash) : null
  if (!file || !opened) throw new NotFound('No such photo')
  return { ...opened, mediaType: file.mediaType, name: 'anh' }
}

export async function openOfficePhoto(ctx: Pick<Ctx, 'db' | 'files' | 'actor'>, id: PointId, hash: string) {
  requireOffice(ctx.actor)
  const file = await selectPhotoFile(ctx.db, id, hash)
  const opened = file ? await ctx.files.open(file.hash) : null
  if (!file || !opened) throw new NotFound('No such photo')
  return { ...opened, mediaType: file.mediaType, name: 'anh' }
}

/** What a form of a point chooses from. */
export async function pointChoices(ctx: Reader) {
  requireOffice(ctx.actor)
  const [operators, communes] = await Promise.all([selectOperators(ctx.db), listCommunes(ctx.db)])
  return { operators, communes: communes.map(({ code, name }) => ({ code, name })) }
}

/** A point as the department keeps it, with the criteria that a visit today is held against. */
export async function findPoint(ctx: Reader, id: PointId) {
  requireOffice(ctx.actor)
  const point = await selectPoint(ctx.db, id)
  if (!point) throw new NotFound('No such point of sale')
  const [inspections, photos, rule, phone] = await Promise.all([
    selectInspections(ctx.db, id),
    selectPhotos(ctx.db, id),
    ruleOn(ctx.db, 'point-of-sale.criteria', dateInVietnam(ctx.now)),
    openPointPhone(ctx.db, point),
  ])
  const { lockedPhone: _, ...shown } = point
  return {
    point: { ...shown, phone, isPublic: point.status !== 'draft' },
    inspections: inspections.map((one) => ({
      ...one,
      unmet: one.criteria.filter(({ key }) => !one.met.includes(key)).map(({ says }) => says),
    })),
    photos,
    criteria: { ...rule.value, instrument: rule.instrument, effectiveFrom: rule.effectiveFrom },
    may: mayOf(pointActs, point.status, grantsOf(ctx.actor, {})),
  }
}
