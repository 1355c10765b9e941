import { findProduct, findProductSet, pastOwnersOf, productsOfProducer, registerDay } from '@dacsan/modules/catalogue'
import { certificatesOfProduct } from '@dacsan/modules/certificates'
import { criteriaOfTime } from '@dacsan/modules/law'
import { marksOfProduct, toldOfProduct } from '@dacsan/modules/promotion'
import { postsOfProduct } from '@dacsan/modules/reviews'
import { sharePictureMark } from '@dacsan/modules/sharing'
import { offerOf, ruleOfSet, stockMark } from '@dacsan/modules/shop'
import { keepPage } from '#lib/keep-page.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async (event) => {
  const { ctx } = event.locals
  const product = await findProduct(ctx, event.params.slug)
  const [day, ofProducer, certificates, offer, pastOwners, setRule, posts, told, marks] = await Promise.all([
    registerDay(ctx),
    productsOfProducer(ctx, product.producer.id),
    certificatesOfProduct(ctx, product.id),
    offerOf(ctx, product.id),
    pastOwnersOf(ctx, product.id),
    ruleOfSet(ctx, product.setCode),
    postsOfProduct(ctx, product.id),
    toldOfProduct(ctx, event.locals.lang, product.id),
    marksOfProduct(ctx, product.id),
  ])
  const more = ofProducer.filter(({ id }) => id !== product.id).slice(0, 6)
  const setName = findProductSet(product.setCode)?.name ?? product.setCode
  const criteria = criteriaOfTime(product.setCode, { on: product.certifiedFrom, year: product.certifiedYear })
  keepPage(event, { shows: 'product', ...(offer && { stock: stockMark(product.id, offer.listings) }) })
  return {
    seenAs: product.id,
    product,
    day,
    more,
    offer,
    certificates,
    pastOwners,
    setName,
    criteria,
    setRule,
    posts,
    ...told,
    marks,
    shareMark: sharePictureMark(product, day, offer),
  }
}
