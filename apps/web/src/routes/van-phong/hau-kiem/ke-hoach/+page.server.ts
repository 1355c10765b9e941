import { redirect } from '@sveltejs/kit'
import {
  approvePlan,
  approvePlanInput,
  askedYear,
  chooseForPlan,
  choosePlanInput,
  findPlan,
  openPlan,
  papersOfPlan,
  planInput,
  planList,
} from '@dacsan/modules/inspection'
import { confirmFirst } from '#lib/confirm/confirm-first.ts'
import { readForm } from '#lib/forms.ts'
import { refusedInspection } from '#lib/inspection/answers.ts'
import { showList } from '#lib/list/show-list.ts'
import { paths } from '#lib/paths.ts'
import { dateInVietnam } from '@dacsan/vietnam'
import type { Actions, PageServerLoad, RequestEvent } from './$types'

export const load: PageServerLoad = async ({ locals: { ctx }, url }) => {
  const year = askedYear(url.searchParams.get('nam'), ctx.now)
  const [view, list] = await Promise.all([findPlan(ctx, year), showList(ctx, planList, url)])
  const { plan, chosen, rule, may } = view
  const today = dateInVietnam(ctx.now)
  const thisYear = Number(today.slice(0, 4))
  const years = [...new Set([...view.years, thisYear, thisYear + 1])].filter((other) => other !== year).toSorted()
  return { year, plan, chosen: chosen.length, rule, may, years, list, today, papers: papersOfPlan(ctx, view) }
}

export const actions: Actions = {
  open: async ({ request, locals: { ctx } }) => {
    const form = await readForm(request, planInput)
    if (!form.ok) return form.answer
    await openPlan(ctx, form.value)
    redirect(303, paths.inspectionPlan(form.value.year))
  },
  choose: async ({ request, locals: { ctx }, url }) => {
    const form = await readForm(request, choosePlanInput)
    if (!form.ok) return form.answer
    const { chosen, ...of } = form.value
    const answered = await chooseForPlan(ctx, { ...of, chosen: chosen === 'yes' })
    if (!answered.ok) return refusedInspection(answered.refusal, form.values)
    // The same view of the list again.
    redirect(303, `${url.pathname}?${new URLSearchParams([...url.searchParams].filter(([name]) => !name.startsWith('/')))}`)
  },
  approve: confirmFirst('inspection-plan.approved', async ({ request, locals: { ctx } }: RequestEvent) => {
    const form = await readForm(request, approvePlanInput)
    if (!form.ok) return form.answer
    const approved = await approvePlan(ctx, form.value)
    if (!approved.ok) return refusedInspection(approved.refusal, form.values)
    redirect(303, paths.inspectionPlan(form.value.year))
  }),
}
