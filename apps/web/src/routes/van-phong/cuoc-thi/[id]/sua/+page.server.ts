import { changeContest, changeContestInput, contestChoices, findContest } from '@dacsan/modules/promotion'
import { readId } from '@dacsan/platform/ids'
import { redirect } from '@sveltejs/kit'
import { refusedContest } from '#lib/contests/answers.ts'
import { hourOfForm } from '#lib/contests/hours.ts'
import { readForm } from '#lib/forms.ts'
import { paths } from '#lib/paths.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals: { ctx }, params }) => {
  const [{ contest, criteria, prizes }, choices] = await Promise.all([findContest(ctx, readId('cts', params.id)), contestChoices(ctx)])
  const { name, about, rulesText, organiser, letterNumber, letterOn } = contest
  const written: Record<string, string> = {
    name,
    about,
    rulesText,
    organiser,
    letterNumber,
    letterOn,
    fairId: contest.fairId ?? '',
    opensAt: hourOfForm(contest.opensAt),
    closesAt: hourOfForm(contest.closesAt),
    judgeBy: hourOfForm(contest.judgeBy),
    criteria: criteria.map(({ says, points }) => `${says}; ${points}`).join('\n'),
    prizes: prizes.map(({ says, places, valueVnd }) => `${says}; ${places}; ${valueVnd.toLocaleString('vi-VN')}`).join('\n'),
  }
  return { contest: { id: contest.id, name }, written, choices }
}

export const actions: Actions = {
  default: async ({ request, params, locals: { ctx } }) => {
    const form = await readForm(request, changeContestInput)
    if (!form.ok) return form.answer
    const changed = await changeContest(ctx, form.value)
    if (!changed.ok) return refusedContest(changed.refusal, form.values)
    redirect(303, paths.contestOffice(params.id, { saved: true }))
  },
}
