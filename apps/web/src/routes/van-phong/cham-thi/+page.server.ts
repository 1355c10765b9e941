import { listOwnJuries } from '@dacsan/modules/promotion'
import { formatMoment } from '@dacsan/vietnam'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals: { ctx } }) => ({
  juries: (await listOwnJuries(ctx)).map(({ id, name, isOpen, isBefore, isHandedIn, judgeBy, closesAt }) => ({
    id,
    name,
    isOpen,
    isBefore,
    isHandedIn,
    judgeBy: formatMoment(judgeBy),
    closesAt: formatMoment(closesAt),
  })),
})
