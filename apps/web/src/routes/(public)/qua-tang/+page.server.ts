import { registerDay } from '@dacsan/modules/catalogue'
import { priceBands } from '@dacsan/modules/catalogue/rules'
import { findGifts } from '@dacsan/modules/promotion'
import { receivers } from '@dacsan/modules/promotion/rules'
import { tilePrices } from '#lib/shop/tile-prices.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals: { ctx, lang }, url: { searchParams } }) => {
  const receiver = receivers.find((one) => one === searchParams.get('cho'))
  const band = priceBands.find((one) => one === searchParams.get('gia'))
  const [{ gifts, listings, ...found }, day] = await Promise.all([findGifts(ctx, lang, { receiver, band }), registerDay(ctx)])
  const products = gifts.map(({ product }) => product)
  return { ...found, receiver, band, products, day, prices: tilePrices(listings, products) }
}
