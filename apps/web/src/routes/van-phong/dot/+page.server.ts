import { fail, redirect } from '@sveltejs/kit'
import { listAppraisals, openRound, openRoundInput, roundList } from '@dacsan/modules/appraisal'
import { roundFormWords, sayRefusal } from '@dacsan/modules/appraisal/words'
import { ruleOn } from '@dacsan/modules/law'
import { dateInVietnam } from '@dacsan/vietnam'
import { readForm } from '#lib/forms.ts'
import { showList } from '#lib/list/show-list.ts'
import { paths } from '#lib/paths.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, url }) => {
  const { ctx } = locals
  const today = dateInVietnam(ctx.now)
  const deadlines = await ruleOn(ctx.db, 'round.deadlines', today)
  const leastRounds = await ruleOn(ctx.db, 'round.minimum-a-year', today)
  const waiting = await listAppraisals(ctx, { stage: 'to-check' })
  return { list: await showList(ctx, roundList, url), waiting: waiting.length, deadlines, leastRounds, today }
}

export const actions: Actions = {
  default: async ({ request, locals }) => {
    const form = await readForm(request, openRoundInput)
    if (!form.ok) return fail(422, { values: form.answer.data.values, errors: { year: roundFormWords.year } as Record<string, string> })
    const outcome = await openRound(locals.ctx, form.value)
    if (!outcome.ok) return fail(422, { values: form.values, errors: { number: sayRefusal(outcome.refusal) } as Record<string, string> })
    redirect(303, paths.round(outcome.value.roundId))
  },
}
