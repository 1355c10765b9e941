import { fail, redirect } from '@sveltejs/kit'
import { findRound, listCouncils, listRounds, openSession, openSessionInput } from '@dacsan/modules/appraisal'
import { sentenceOf } from '@dacsan/modules/appraisal/words'
import { holidays, ruleOn } from '@dacsan/modules/law'
import { addWorkingDays, dateInVietnam } from '@dacsan/vietnam'
import { readFormData } from '#lib/forms.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, url }) => {
  const { ctx } = locals
  const rounds = (await listRounds(ctx)).filter((round) => round.status === 'open')
  const chosen = rounds.find((round) => round.id === url.searchParams.get('dot')) ?? rounds[0]
  const dossiers = chosen ? (await findRound(ctx, chosen.id)).dossiers : []
  const today = dateInVietnam(ctx.now)
  const papersLead = await ruleOn(ctx.db, 'council.papers-lead-working-days', today)
  return {
    rounds,
    chosen: chosen ?? null,
    councils: await listCouncils(ctx),
    ready: dossiers.filter((row) => row.status === 'appraising' && row.reportSubmitted && !row.onTable),
    unready: dossiers.filter((row) => row.status === 'received' || (row.status === 'appraising' && !row.reportSubmitted)).length,
    quorum: await ruleOn(ctx.db, 'council.quorum-percent', today),
    deviation: await ruleOn(ctx.db, 'council.deviation-points', today),
    papersLead,
    earliest: addWorkingDays(today, papersLead.value, holidays()),
    today,
  }
}

const said: Record<string, string> = {
  roundId: 'Chọn đợt đánh giá.',
  councilId: 'Chọn Hội đồng.',
  heldOn: 'Ghi ngày họp.',
  place: 'Ghi nơi họp.',
}

export const actions: Actions = {
  default: async ({ request, locals }) => {
    const form = await readFormData(request)
    const values = Object.fromEntries([...form].map(([name, value]) => [name, String(value)]))
    const picked = form.getAll('dossier').map(String)
    const order = (id: string) => Number(values[`order:${id}`]) || Number.MAX_SAFE_INTEGER
    const dossierIds = picked.toSorted((a, b) => order(a) - order(b))
    const input = openSessionInput.safeParse({ ...values, dossierIds })
    if (!input.success) {
      const errors = Object.fromEntries(input.error.issues.map(({ path }) => [String(path[0]), said[String(path[0])] ?? 'Xem lại.']))
      return fail(422, { values, picked, errors })
    }
    const outcome = await openSession(locals.ctx, input.data)
    if (!outcome.ok)
      return fail(422, {
        values,
        picked,
        errors: { [outcome.refusal.code === 'held-before-report' ? 'heldOn' : 'dossier']: sentenceOf(outcome.refusal) } as Record<
          string,
          string
        >,
      })
    redirect(303, `/van-phong/hoi-dong/${outcome.value.sessionId}`)
  },
}
