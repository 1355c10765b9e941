import { fail, redirect } from '@sveltejs/kit'
import { closeRound, findRound, findRoundOverview, listAppraisals, listSessions, roundDossierList } from '@dacsan/modules/appraisal'
import { sayRefusal } from '@dacsan/modules/appraisal/words'
import { holidays } from '@dacsan/modules/law'
import { readId } from '@dacsan/platform/ids'
import { dateInVietnam, formatDeadline } from '@dacsan/vietnam'
import { confirmFirst } from '#lib/confirm/confirm-first.ts'
import { showList } from '#lib/list/show-list.ts'
import { paths } from '#lib/paths.ts'
import type { Actions, PageServerLoad, RequestEvent } from './$types'

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const { ctx } = locals
  const roundId = readId('rnd', params.round)
  const { ready } = await findRound(ctx, roundId)
  const { round, days, stages, beyond, communes, late, samples } = await findRoundOverview(ctx, roundId)
  const today = dateInVietnam(ctx.now)
  return {
    round,
    days,
    stages,
    beyond,
    communes,
    late,
    samples,
    list: await showList(ctx, roundDossierList, url, { dot: round.id }),
    ready: ready.length,
    sessions: await listSessions(ctx, { roundId: round.id }),
    waiting: round.isOpen ? (await listAppraisals(ctx, { stage: 'to-check' })).length : 0,
    left: round.isOpen ? formatDeadline(today, round.provinceDeadline, holidays()) : null,
  }
}

export const actions: Actions = {
  close: confirmFirst('evaluation-round.closed', async ({ locals, params }: RequestEvent) => {
    const outcome = await closeRound(locals.ctx, { roundId: readId('rnd', params.round) })
    if (!outcome.ok) return fail(422, { errors: { form: sayRefusal(outcome.refusal) } as Record<string, string> })
    redirect(303, paths.round(params.round))
  }),
}
