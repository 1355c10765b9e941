import { messageRules } from '@dacsan/modules/messages'
import { listTexts } from '@dacsan/modules/notifications'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals }) => ({ texts: await listTexts(locals.ctx, messageRules) })
