import { exportData } from '@dacsan/modules/personal-data'
import { jsonFile } from '#lib/privacy/json-file.ts'
import { orderAsker } from '#lib/privacy/order-asker.ts'
import type { RequestHandler } from './$types'

export const GET: RequestHandler = async (event) => {
  const { asker } = await orderAsker(event)
  return jsonFile(await exportData(event.locals.ctx, asker))
}
