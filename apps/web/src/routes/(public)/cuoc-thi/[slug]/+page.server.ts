import { findPublicContest } from '@dacsan/modules/promotion'
import { averageOf } from '@dacsan/modules/promotion/rules'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals: { ctx }, params }) => {
  const { result, ...view } = await findPublicContest(ctx, params.slug)
  return {
    ...view,
    result: result && {
      votes: result.votes,
      lines: result.lines.map((line) => ({
        ...line,
        average: averageOf(line),
        prizeSays: view.prizes.find(({ rank }) => rank === line.prize)?.says ?? null,
      })),
    },
  }
}
