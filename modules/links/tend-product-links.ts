import { NotFound, done, mayOf } from '@dacsan/decisions'
import type { May, Outcome } from '@dacsan/decisions'
import { inTransaction } from '@dacsan/platform/context'
import { idInput } from '@dacsan/platform/ids'
import { dateInVietnam } from '@dacsan/vietnam'
import { z } from 'zod'
import { lockProduct, productForOffice } from '../catalogue/index.ts'
import type { ProductId } from '../catalogue/rules.ts'
import type { Ctx, ReadDb } from '../context.ts'
import { actorId, record, requireAct } from '../identity/index.ts'
import { grantsOf } from '../identity/rules.ts'
import { ruleOn } from '../law/index.ts'
import { linkActs, tiesOfLink } from './acts.ts'
import { deleteProductLink, insertProductLink, selectProductLinks } from './link.store.ts'
import { offeredTypes } from './link-types.ts'
import { decideAddLink, linkLanguages } from './rules/product-link.ts'
import type { ProductLink, ProductLinkRefusal } from './rules/product-link.ts'
import { productLinksPage } from './words.ts'

const { inputs } = productLinksPage
export const addLinkInput = z.object({
  productId: idInput('prd'),
  type: z.string(inputs.type).min(1, inputs.type),
  href: z.string(inputs.href).trim().min(1, inputs.href).max(2_000, inputs.href),
  title: z.string(inputs.title).trim().min(2, inputs.title).max(120, inputs.title),
  language: z.union([z.literal('').transform(() => null), z.enum(linkLanguages, inputs.language), z.null()]).default(null),
})
export const removeLinkInput = z.object({ productId: idInput('prd'), linkId: idInput('lnk') })

export type ProductLinks = {
  product: { id: ProductId; name: string; slug: string }
  links: ProductLink[]
  /** The types to choose from, and the hosts that links may lead to today. */
  offered: readonly string[]
  allowed: readonly string[]
  may: May<typeof linkActs>
}

/** The links of a product with what their reader may do, for whoever may do something; to anyone else they are not there to be worked on. */
export async function productLinks(ctx: Pick<Ctx, 'db' | 'actor' | 'now'>, id: ProductId): Promise<ProductLinks> {
  const owned = await productForOffice(ctx.db, id)
  const may = owned && mayOf(linkActs, '', grantsOf(ctx.actor, tiesOfLink(owned)))
  if (!owned || may?.remove !== true) throw new NotFound('No such product', { id })
  const { name, slug } = owned.product
  const [links, allowed] = await Promise.all([selectProductLinks(ctx.db, id), allowedHosts(ctx.db, ctx.now)])
  return { product: { id, name, slug }, links, offered: offeredTypes, allowed, may }
}

/** The producer says where else the code of its product leads. */
export async function addProductLink(
  ctx: Ctx,
  { productId, ...link }: z.infer<typeof addLinkInput>,
): Promise<Outcome<undefined, ProductLinkRefusal>> {
  return inTransaction(ctx, async (tx) => {
    const owned = await lockProduct(tx, productId)
    if (!owned) throw new NotFound('No such product')
    requireAct(ctx.actor, linkActs.add, tiesOfLink(owned))
    const [kept, allowed] = await Promise.all([selectProductLinks(tx, productId), allowedHosts(tx, ctx.now)])
    const decision = decideAddLink(link, { kept, offered: offeredTypes, allowed })
    if (!decision.ok) return decision
    const added = { id: ctx.newId('lnk'), productId, link: decision.event.link, at: ctx.now, by: actorId(ctx.actor) }
    await insertProductLink(tx, added)
    await record(tx, ctx, linkActs.add, { subjectId: added.id, payload: { productId }, detail: { productId, ...decision.event.link } })
    return done(undefined)
  })
}

/** The producer, or the province where a link has turned bad, takes one away. Done twice is done. */
export async function removeProductLink(ctx: Ctx, { productId, linkId }: z.infer<typeof removeLinkInput>): Promise<void> {
  await inTransaction(ctx, async (tx) => {
    const owned = await lockProduct(tx, productId)
    if (!owned) throw new NotFound('No such product')
    requireAct(ctx.actor, linkActs.remove, tiesOfLink(owned))
    const link = (await selectProductLinks(tx, productId)).find(({ id }) => id === linkId)
    if (!link || !(await deleteProductLink(tx, productId, linkId))) return
    const { type, href, title } = link
    await record(tx, ctx, linkActs.remove, { subjectId: linkId, payload: { productId }, detail: { productId, type, href, title } })
  })
}

const allowedHosts = async (db: ReadDb, now: Date): Promise<readonly string[]> =>
  (await ruleOn(db, 'links.redirect-hosts', dateInVietnam(now))).value
