import { createHash } from 'node:crypto'
import { buffer } from 'node:stream/consumers'
import { NotFound } from '@dacsan/decisions'
import type { Outcome } from '@dacsan/decisions'
import { drawingVersion } from '@dacsan/papers'
import type { SharePicture } from '@dacsan/papers'
import { formatDong } from '@dacsan/vietnam'
import { findProduct, openPhotoOfProduct, productToTend, registerDay } from '../catalogue/index.ts'
import { certificateState, showsStars } from '../catalogue/rules.ts'
import type { CertificateDay, ProductView } from '../catalogue/rules.ts'
import type { ProductId } from '../catalogue/rules.ts'
import type { Ctx } from '../context.ts'
import { drawPaper } from '../papers/index.ts'
import type { DrawingRefusal } from '../papers/rules.ts'
import { provinceWords } from '../province/index.ts'
import { offerOf } from '../shop/index.ts'
import type { ProductOffer } from '../shop/rules.ts'
import { pictureWords as words } from './words.ts'

type Reader = Pick<Ctx, 'db' | 'files' | 'actor' | 'now'>
type Facts = Omit<SharePicture, 'shape' | 'photo' | 'url'> & { photoHash: string | null }

/** What a picture says of a product: the stars only while they hold, the least price, and that it is a sample where it is. */
function factsOf(product: ProductView, day: CertificateDay, offer: Pick<ProductOffer, 'listings' | 'starsHold'> | null): Facts {
  const prices = offer?.listings.flatMap(({ priceVnd, steps }) => [priceVnd, ...steps.map((step) => step.priceVnd)]) ?? []
  const least = prices.length === 0 ? null : prices.reduce((one, other) => (other < one ? other : one))
  const hold = product.stars !== null && showsStars(certificateState(product, day)) && (offer === null || offer.starsHold)
  const { place, name } = product.producer
  return {
    name: product.name,
    by: [name, place.commune ?? place.formerDistrict].filter(Boolean).join(', '),
    site: provinceWords('vi').siteName,
    noPhoto: words.noPhoto,
    ...(hold && { stars: { count: product.stars!, says: words.stars(product.stars!) } }),
    ...(least !== null && { price: new Set(prices).size > 1 ? words.from(formatDong(least)) : words.price(formatDong(least)) }),
    ...(product.isSample && { note: words.sample }),
    // Its producer reads the page before it is public; the photos are not public before that either.
    photoHash: product.inRegister ? (product.photos[0]?.sizes.at(-1)?.hash ?? null) : null,
  }
}

/**
 * By what the picture of a product is told from the one before: its facts and how it is drawn. Stands in its address, so that it may be kept for ever.
 *
 * @example sharePictureMark(product, day, offer) // 'Yb3fkq…'
 */
export function sharePictureMark(
  product: ProductView,
  day: CertificateDay,
  offer: Pick<ProductOffer, 'listings' | 'starsHold'> | null,
): string {
  return createHash('sha256')
    .update(drawingVersion())
    .update(JSON.stringify(factsOf(product, day, offer)))
    .digest('base64url')
    .slice(0, 16)
}

async function draw(ctx: Reader, product: ProductView, given: Pick<SharePicture, 'shape' | 'url'>) {
  const [day, offer] = await Promise.all([registerDay(ctx), offerOf(ctx, product.id)])
  const { photoHash, ...facts } = factsOf(product, day, offer)
  const photo = photoHash && (await buffer((await openPhotoOfProduct(ctx, product.id, photoHash)).stream)).toString('base64')
  const picture: SharePicture = { ...facts, ...given, ...(photo && { photo }) }
  return { mark: sharePictureMark(product, day, offer), drawn: await drawPaper(ctx, { kind: 'share-picture-png', picture }) }
}

type Drawn = Outcome<Uint8Array, DrawingRefusal>

/** The picture beside a link to a product of the register, with its mark; drawn once for the same facts. */
export async function widePicture(ctx: Reader, slug: string): Promise<{ mark: string; drawn: Drawn }> {
  const product = await findProduct(ctx, slug)
  if (!product.inRegister) throw new NotFound('No such product')
  return draw(ctx, product, { shape: 'wide' })
}

/** The square picture with a symbol that leads to the page of the product, for whoever works on it. */
export async function squarePicture(ctx: Reader, id: ProductId, { origin }: { origin: string }): Promise<{ slug: string; drawn: Drawn }> {
  const product = await productToTend(ctx, id)
  if (!product.inRegister) throw new NotFound('No such page')
  const { drawn } = await draw(ctx, product, { shape: 'square', url: `${origin}/san-pham/${product.slug}` })
  return { slug: product.slug, drawn }
}
