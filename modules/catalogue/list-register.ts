import { keptOf } from '@dacsan/platform/changes'
import { addDays, dateInVietnam } from '@dacsan/vietnam'
import type { PlainDate } from '@dacsan/vietnam'
import { z } from 'zod'
import type { Ctx, ReadDb } from '../context.ts'
import { communesInDistricts, findCommune, formersOfCommune, rulesOn } from '../law/index.ts'
import type { Rule } from '../law/index.ts'
import {
  countMatches,
  selectCommunesWithGoods,
  selectFacets,
  selectLatest,
  selectPage,
  selectPublicAddresses,
  selectSize,
} from './register.store.ts'
import type { Matching, PublicAddresses, RegisterDay } from './register.store.ts'
import { findProductSet } from './product-sets.ts'
import { drawCommunes } from './rules/commune-map.ts'
import type { MapOfProvince } from './rules/commune-map.ts'
import type { ProductId } from './rules/ids.ts'
import { producerKinds } from './rules/producer-kind.ts'
import { deliveries, pageSize, priceBands, ranks, sales, sorts } from './rules/register.ts'
import type { Facet, RegisterFilter, RegisterPage, ShelfPrice } from './rules/register.ts'
import type { Near } from './rules/nearness.ts'
import { nearestName } from './rules/widen-search.ts'
import type { ProductCard } from './rules/views.ts'
import { nameGroups } from './search-names/search-names.ts'
import { aisles } from './rules/aisle.ts'
import { certificateStates } from './rules/standing.ts'
import type { CertificateDay } from './rules/standing.ts'

const values = {
  q: z
    .string()
    .transform((text) => text.replaceAll('\u0000', '').trim())
    .pipe(z.string().max(200)),
  stars: z.enum(ranks),
  aisle: z.enum(aisles),
  set: z.string().refine((code) => findProductSet(code) !== undefined),
  commune: z.string().regex(/^\d{5}$/),
  district: z.string().regex(/^\d{3}$/),
  producerKind: z.enum(producerKinds),
  standing: z.enum(certificateStates),
  sale: z.enum(sales),
  price: z.enum(priceBands),
  delivery: z.enum(deliveries),
  near: z.string().regex(/^\d{5}$/),
  sort: z.enum(sorts),
  page: z.coerce.number().int().min(1).max(10_000),
}

/** The register's filter as programs send it: what is not a value of a facet is refused, and so is a name that is none. */
export const registerQuery = z.strictObject({
  q: values.q.optional(),
  stars: values.stars.optional(),
  aisle: values.aisle.optional(),
  set: values.set.optional(),
  commune: values.commune.optional(),
  district: values.district.optional(),
  producerKind: values.producerKind.optional(),
  standing: values.standing.optional(),
  sale: values.sale.optional(),
  page: values.page.optional(),
})

const orNothing = <Shape extends z.ZodType>(shape: Shape) => shape.optional().catch(undefined)

/** The same as the address of a page carries it: what is not a value of a facet is left out, so that an old link still opens. */
export const registerFilter = z.object({
  q: orNothing(values.q),
  stars: orNothing(values.stars),
  aisle: orNothing(values.aisle),
  set: orNothing(values.set),
  commune: orNothing(values.commune),
  district: orNothing(values.district),
  producerKind: orNothing(values.producerKind),
  standing: orNothing(values.standing),
  sale: orNothing(values.sale),
  price: orNothing(values.price),
  delivery: orNothing(values.delivery),
  near: orNothing(values.near),
  sort: orNothing(values.sort),
  page: orNothing(values.page),
})

/** Today, with the law by which the terms of certificates are read on it. */
export async function registerDay(ctx: Pick<Ctx, 'now'> & { db: ReadDb }): Promise<CertificateDay> {
  const today = dateInVietnam(ctx.now)
  return certificateDay(today, await rulesOn(ctx.db, termTopics, today))
}

/** What whoever reads a term must know of the law; `certificateDay` reads it. */
export const termTopics = ['renewal.window-days', 'certificate.extension-days'] as const
type TermLaw = { [T in (typeof termTopics)[number]]: Pick<Rule<T>, 'value'> }

export const certificateDay = (today: PlainDate, law: TermLaw): CertificateDay => ({
  today,
  renewalDays: law['renewal.window-days'].value.from,
  extensionDays: law['certificate.extension-days'].value,
})

/**
 * The public register: what matches, in pages, with what each further choice would leave. Open to everyone. What can be ordered today, and for how
 * much, the shop knows: `onSale` and `prices` are what it says; without them nothing is.
 */
export async function listRegister(
  ctx: Pick<Ctx, 'db' | 'now'>,
  filter: RegisterFilter,
  { onSale = [], prices = [] }: { onSale?: readonly ProductId[]; prices?: readonly ShelfPrice[] } = {},
): Promise<RegisterPage> {
  const { today, renewalDays, extensionDays } = await registerDay(ctx)
  const [names, near] = await Promise.all([nameGroups(ctx.db), filter.near === undefined ? null : nearTo(ctx.db, filter.near)])
  const dates = { today, expiringBefore: addDays(today, renewalDays), extendedFrom: addDays(today, -extensionDays) }
  const day: RegisterDay = { ...dates, onSale, prices, names, near }
  const asked = filter.page ?? 1
  const itemsOn = (page: number, matching: Matching) =>
    selectPage(ctx.db, filter, matching, day, { limit: pageSize, offset: (page - 1) * pageSize })
  const look = async (matching: Matching) => {
    const [counted, items] = await Promise.all([selectFacets(ctx.db, filter, matching, day), itemsOn(asked, matching)])
    return { ...counted, items, matching }
  }
  const exact = await look('words')
  const nearest = exact.total === 0 && (await isMistyped(ctx.db, filter, day)) ? await look('likeness') : undefined
  const { total, samples, facets, without, matching, ...found } = nearest ?? exact
  const pages = Math.max(1, Math.ceil(total / pageSize))
  const page = Math.min(asked, pages)
  const suggestion = nearest === undefined || filter.q === undefined ? null : nearestName(filter.q, names)
  const items = page === asked ? found.items : await itemsOn(page, matching)
  return { items, total, samples, page, pages, approximate: nearest !== undefined && total > 0, facets, without, suggestion, near }
}

/** The commune with what it belonged to before; null where the code is none. */
async function nearTo(db: ReadDb, code: string): Promise<Near | null> {
  const [commune, formers] = await Promise.all([findCommune(db, code), formersOfCommune(db, code)])
  if (!commune) return null
  const districts = new Map(
    formers.map(({ districtCode, districtName: name, provinceName }) => [districtCode, { code: districtCode, name, provinceName }]),
  )
  return {
    code,
    name: commune.name,
    districts: [...districts.values()],
    provinces: [...new Set(formers.map(({ provinceName }) => provinceName))],
  }
}

/** Whether words were looked for and nothing in the register has them, whatever else was chosen. */
async function isMistyped(db: ReadDb, { q }: RegisterFilter, day: RegisterDay): Promise<boolean> {
  return q !== undefined && (await countMatches(db, { q }, 'words', day)).total === 0
}

/** How many products the register holds, samples apart. */
export function registerSize(ctx: Pick<Ctx, 'db'>): Promise<{ real: number; samples: number }> {
  return selectSize(ctx.db)
}

const keptCommunes = keptOf('catalogue', selectCommunesWithGoods)

/** The communes of today that have goods in the register: near whom somebody may ask to be shown them. */
export function communesOfRegister(ctx: Pick<Ctx, 'db'>): Promise<{ value: string; label: string }[]> {
  return keptCommunes(ctx.db) ?? selectCommunesWithGoods(ctx.db)
}

/** All communes of the province as tiles, each with how many products of the register are from there. */
export async function communeMap({ db }: Pick<Ctx, 'db'>, counted: readonly Facet[]): Promise<MapOfProvince[]> {
  return drawCommunes(await communesInDistricts(db), new Map(counted.map(({ value, count, samples }) => [value, count - samples])))
}

/** What was recognised last. */
export function latestRecognised(ctx: Pick<Ctx, 'db'>, limit: number): Promise<ProductCard[]> {
  return selectLatest(ctx.db, limit)
}

/** Every address of the register that search engines may keep: samples are marked `noindex`. */
export function publicAddresses(ctx: Pick<Ctx, 'db'>): Promise<PublicAddresses> {
  return selectPublicAddresses(ctx.db)
}
