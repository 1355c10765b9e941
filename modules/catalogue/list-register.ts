import { addDays, dateInVietnam } from '@dacsan/vietnam'
import type { PlainDate } from '@dacsan/vietnam'
import { z } from 'zod'
import type { Ctx, ReadDb } from '../context.ts'
import { rulesOn } from '../law/index.ts'
import type { Rule } from '../law/index.ts'
import { countMatches, selectFacets, selectLatest, selectPage, selectPublicAddresses, selectSize } from './register.store.ts'
import type { Matching, PublicAddresses, RegisterDay } from './register.store.ts'
import { findProductSet } from './product-sets.ts'
import type { ProductId } from './rules/ids.ts'
import { producerKinds } from './rules/producer-kind.ts'
import { pageSize, ranks, sales } from './rules/register.ts'
import type { RegisterFilter, RegisterPage } from './rules/register.ts'
import type { ProductCard } from './rules/views.ts'
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
 * The public register: what matches, in pages, with what each further choice would leave. Open to everyone. What can be ordered today the
 * shop knows: `onSale` are the ids that it says; without them nothing is.
 */
export async function listRegister(
  ctx: Pick<Ctx, 'db' | 'now'>,
  filter: RegisterFilter,
  { onSale = [] }: { onSale?: readonly ProductId[] } = {},
): Promise<RegisterPage> {
  const { today, renewalDays, extensionDays } = await registerDay(ctx)
  const day = { today, expiringBefore: addDays(today, renewalDays), extendedFrom: addDays(today, -extensionDays), onSale }
  const asked = filter.page ?? 1
  const itemsOn = (page: number, matching: Matching) =>
    selectPage(ctx.db, filter, matching, day, { limit: pageSize, offset: (page - 1) * pageSize })
  const look = async (matching: Matching) => {
    const [counted, items] = await Promise.all([selectFacets(ctx.db, filter, matching, day), itemsOn(asked, matching)])
    return { ...counted, items, matching }
  }
  const exact = await look('words')
  const nearest = exact.total === 0 && (await isMistyped(ctx.db, filter, day)) ? await look('likeness') : undefined
  const { total, samples, facets, matching, ...found } = nearest ?? exact
  const pages = Math.max(1, Math.ceil(total / pageSize))
  const page = Math.min(asked, pages)
  const items = page === asked ? found.items : await itemsOn(page, matching)
  return { items, total, samples, page, pages, approximate: nearest !== undefined && total > 0, facets }
}

/** Whether words were looked for and nothing in the register has them, whatever else was chosen. */
async function isMistyped(db: ReadDb, { q }: RegisterFilter, day: RegisterDay): Promise<boolean> {
  return q !== undefined && (await countMatches(db, { q }, 'words', day)).total === 0
}

/** How many products the register holds, samples apart. */
export function registerSize(ctx: Pick<Ctx, 'db'>): Promise<{ real: number; samples: number }> {
  return selectSize(ctx.db)
}

/** What was recognised last. */
export function latestRecognised(ctx: Pick<Ctx, 'db'>, limit: number): Promise<ProductCard[]> {
  return selectLatest(ctx.db, limit)
}

/** Every address of the register that search engines may keep: samples are marked `noindex`. */
export function publicAddresses(ctx: Pick<Ctx, 'db'>): Promise<PublicAddresses> {
  return selectPublicAddresses(ctx.db)
}
