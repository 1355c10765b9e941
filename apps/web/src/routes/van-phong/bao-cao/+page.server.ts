import { keepReport, listReports, periodInput, previewReport } from '@dacsan/modules/programme'
import type { ReportRefusal } from '@dacsan/modules/programme'
import { periodFaultWords, periodFields } from '@dacsan/modules/programme/words'
import { dateInVietnam } from '@dacsan/vietnam'
import { redirect } from '@sveltejs/kit'
import { correct, readForm } from '#lib/forms.ts'
import { paths } from '#lib/paths.ts'
import { readPeriod } from '#lib/programme/period.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals: { ctx }, url }) => {
  const typed = {
    from: url.searchParams.get('tu') ?? readPeriod(url, ctx.now).from,
    to: url.searchParams.get('den') ?? dateInVietnam(ctx.now),
  }
  const preview = await previewReport(ctx, typed)
  return {
    typed,
    errors: preview.ok ? null : sentences(preview.refusal),
    report: preview.ok
      ? { ...preview.value, figures: preview.value.figures.map(({ figure, indicator }) => ({ ...figure, span: indicator.span })) }
      : null,
    ...(await listReports(ctx)),
    saved: url.searchParams.has('da-luu'),
  }
}

export const actions: Actions = {
  default: async ({ locals: { ctx }, request }) => {
    const form = await readForm(request, periodInput)
    if (!form.ok) return form.answer
    const kept = await keepReport(ctx, form.value)
    if (!kept.ok) return correct(form.values, sentences(kept.refusal))
    redirect(303, paths.reportKept(form.value))
  },
}

const sentences = ({ fault }: ReportRefusal) => ({ [periodFields[fault.field]]: periodFaultWords[fault.code] })
