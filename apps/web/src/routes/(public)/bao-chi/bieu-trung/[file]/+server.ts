import { takeLogo } from '@dacsan/modules/promotion'
import { svgResponse } from '#lib/press/svg-response.ts'
import type { RequestHandler } from './$types'

export const GET: RequestHandler = async ({ locals: { ctx }, params }) => svgResponse(await takeLogo(ctx, params.file))
