import { error, redirect } from '@sveltejs/kit'
import {
  findYearPlan,
  issuePlanInput,
  issueYearPlan,
  openYearPlan,
  papersOfYearPlan,
  reviseYearPlan,
  setShare,
  sharePlanInput,
  writePlanInput,
  writeYearPlan,
  yearPlanInput,
  yearPlanList,
} from '@dacsan/modules/programme'
import type { YearPlanRefusal } from '@dacsan/modules/programme/rules'
import { planRefusalFields, sayPlanRefusal } from '@dacsan/modules/programme/words'
import { dateInVietnam } from '@dacsan/vietnam'
import { confirmFirst } from '#lib/confirm/confirm-first.ts'
import { correct, readForm } from '#lib/forms.ts'
import { showList } from '#lib/list/show-list.ts'
import { paths } from '#lib/paths.ts'
import type { Actions, PageServerLoad, RequestEvent } from './$types'

export const load: PageServerLoad = async ({ locals: { ctx }, params, url }) => {
  if (!/^2[01]\d\d$/.test(params.nam)) error(404, 'Not Found')
  const year = Number(params.nam)
  const [view, list] = await Promise.all([findYearPlan(ctx, year), showList(ctx, yearPlanList, url, { nam: params.nam })])
  const { lines, years, mayCall, ...plan } = view
  const today = dateInVietnam(ctx.now)
  const thisYear = Number(today.slice(0, 4))
  const chosen = lines.find(({ id }) => id === url.searchParams.get('xa')) ?? null
  return {
    ...plan,
    years: [...new Set([...years, thisYear, thisYear + 1])].filter((other) => other !== year).toSorted(),
    communes: plan.may.share === true ? lines.map(({ id, commune }) => ({ value: id, label: commune })) : [],
    chosen,
    mayCall,
    list,
    today,
    papers: papersOfYearPlan(ctx, view),
    saved: url.searchParams.has('da-luu'),
  }
}

const refused = (refusal: YearPlanRefusal, values: Record<string, string>) =>
  correct(values, { [planRefusalFields[refusal.code] ?? 'form']: sayPlanRefusal(refusal) }, refusal.code)

export const actions: Actions = {
  open: async ({ request, locals: { ctx } }) => {
    const form = await readForm(request, yearPlanInput)
    if (!form.ok) return form.answer
    await openYearPlan(ctx, form.value)
    redirect(303, paths.yearPlan(form.value.year))
  },
  write: async ({ request, locals: { ctx } }) => {
    const form = await readForm(request, writePlanInput)
    if (!form.ok) return form.answer
    const written = await writeYearPlan(ctx, form.value)
    if (!written.ok) return refused(written.refusal, form.values)
    redirect(303, paths.yearPlanSaved(form.value.year))
  },
  share: async ({ request, locals: { ctx } }) => {
    const form = await readForm(request, sharePlanInput)
    if (!form.ok) return form.answer
    const set = await setShare(ctx, form.value)
    if (!set.ok) return refused(set.refusal, form.values)
    redirect(303, paths.yearPlanSaved(form.value.year))
  },
  issue: confirmFirst('year-plan.issued', async ({ request, locals: { ctx } }: RequestEvent) => {
    const form = await readForm(request, issuePlanInput)
    if (!form.ok) return form.answer
    const issued = await issueYearPlan(ctx, form.value)
    if (!issued.ok) return refused(issued.refusal, form.values)
    redirect(303, paths.yearPlan(form.value.year))
  }),
  revise: async ({ request, locals: { ctx } }) => {
    const form = await readForm(request, yearPlanInput)
    if (!form.ok) return form.answer
    const revised = await reviseYearPlan(ctx, form.value)
    if (!revised.ok) return refused(revised.refusal, form.values)
    redirect(303, paths.yearPlan(form.value.year))
  },
}
