import { listConsignments } from '@dacsan/modules/promotion'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals: { ctx } }) => {
  const { consignments, mayPropose } = await listConsignments(ctx)
  return {
    mayPropose,
    consignments: consignments.map(({ id, status, pointName, producerName }) => ({ id, status, pointName, producerName })),
  }
}
