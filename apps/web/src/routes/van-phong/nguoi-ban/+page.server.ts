import { banks, listSellers, placeOf, sellerList } from '@dacsan/modules/shop'
import { ruleOn } from '@dacsan/modules/law'
import { dateInVietnam } from '@dacsan/vietnam'
import { showList } from '#lib/list/show-list.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals: { ctx }, url }) => {
  const list = await showList(ctx, sellerList, url)
  // Their numbers lie locked: those of this page are opened.
  const known = new Map(
    (
      await listSellers(
        ctx,
        list.rows.map(({ id }) => id),
      )
    ).map((seller) => [seller.producerId, seller]),
  )
  const sellers = list.rows.flatMap(({ id, status: state }) => {
    const seller = known.get(id)
    return seller ? [{ ...seller, id, state }] : []
  })
  return {
    list: {
      ...list,
      rows: sellers.map((seller) => ({
        ...seller,
        place: placeOf(seller),
        bankName: banks().get(seller.bankBin)?.shortName ?? seller.bankBin,
      })),
    },
    verification: await ruleOn(ctx.db, 'seller.verification-required', dateInVietnam(ctx.now)),
  }
}
