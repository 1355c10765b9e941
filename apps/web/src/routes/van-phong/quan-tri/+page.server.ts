import { listProofs } from '@dacsan/modules/integrity-checks'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals: { ctx } }) => ({ proofs: await listProofs(ctx), now: ctx.now })
