import { formatMoment } from '@dacsan/vietnam'
import { redirect } from '@sveltejs/kit'
import { findReport, papersOfFair, reportFair, reportFairInput } from '@dacsan/modules/promotion'
import { readId } from '@dacsan/platform/ids'
import { refusedFair } from '#lib/fairs/answers.ts'
import { readForm } from '#lib/forms.ts'
import { paths } from '#lib/paths.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals: { ctx }, params }) => {
  const report = await findReport(ctx, readId('fai', params.id))
  const { fair, sales, visits, costs, results, begun, totals, after, figures, best, may, dates } = report
  return {
    fair: { id: fair.id, name: fair.name, reportedAt: fair.reportedAt && formatMoment(fair.reportedAt), words: fair.resultWords },
    papers: papersOfFair(ctx, report),
    sales,
    visits,
    costs,
    results,
    begun,
    totals,
    after,
    figures,
    best,
    reportBy: dates.reportBy,
    mayReport: may.report === true,
  }
}

export const actions: Actions = {
  default: async ({ request, params, locals: { ctx } }) => {
    const form = await readForm(request, reportFairInput)
    if (!form.ok) return form.answer
    const reported = await reportFair(ctx, form.value)
    if (!reported.ok) return refusedFair(reported.refusal, form.values)
    redirect(303, paths.fairReport(params.id))
  },
}
