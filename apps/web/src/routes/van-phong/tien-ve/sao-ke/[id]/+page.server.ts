import { redirect } from '@sveltejs/kit'
import { previewOf, previewStatement, takeStatement } from '@dacsan/modules/payments'
import { readId } from '@dacsan/platform/ids'
import { paths } from '#lib/paths.ts'
import { refusedPayment } from '#lib/payments/answers.ts'
import type { Actions, PageServerLoad } from './$types'

const mostShown = 300

export const load: PageServerLoad = async ({ locals: { ctx }, params }) => {
  const { statement, lines } = await previewStatement(ctx, readId('bst', params.id))
  const preview = previewOf(lines)
  const { fileName, lineCount, agrees, added, known, booked, takenAt } = statement
  return {
    fileName,
    lineCount,
    agrees,
    taken: takenAt === null ? null : { added: added ?? 0, known: known ?? 0, booked: booked ?? 0 },
    preview: { ...preview, lines: preview.lines.slice(0, mostShown) },
  }
}

export const actions: Actions = {
  default: async ({ locals: { ctx }, params }) => {
    const outcome = await takeStatement(ctx, { statementId: readId('bst', params.id) })
    // Pressed twice: it is in the books, and the page says so.
    if (!outcome.ok && outcome.refusal.code !== 'statement-taken') return refusedPayment(outcome.refusal, {})
    redirect(303, paths.bankStatement(params.id))
  },
}
