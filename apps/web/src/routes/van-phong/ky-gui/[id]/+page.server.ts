import { formatMoment } from '@dacsan/vietnam'
import { redirect } from '@sveltejs/kit'
import { agreeInput, agreeTerms, consignmentInput, endConsignment, findConsignment } from '@dacsan/modules/promotion'
import { readId } from '@dacsan/platform/ids'
import { readForm } from '#lib/forms.ts'
import { paths } from '#lib/paths.ts'
import { refusedConsignment } from '#lib/points/answers.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals: { ctx }, params, url }) => {
  const { consignment, terms, shelf, notes, statements, sides, may } = await findConsignment(ctx, readId('csg', params.id))
  const { id, status, pointId, pointName, pointSlug, producerName } = consignment
  return {
    consignment: { id, status, pointId, pointName, pointSlug, producerName },
    terms: terms.map(({ proposedAt, agreedAt, ...one }) => ({
      ...one,
      proposedAt: formatMoment(proposedAt),
      agreedAt: agreedAt && formatMoment(agreedAt),
    })),
    shelf: shelf.map(({ key, productName, packName, lotNumber, expiresOn, onShelf, priceVnd, warning }) => ({ key, productName, packName, lotNumber, expiresOn, onShelf, priceVnd, warning })), // prettier-ignore
    notes: notes.map(({ id: noteId, formSymbol, number, direction, status: noteStatus, sentAt }) => ({ id: noteId, formSymbol, number, direction, status: noteStatus, sentAt: formatMoment(sentAt) })), // prettier-ignore
    statements: statements.map(({ id: statementId, number, status: statementStatus, fromOn, toOn, dueVnd }) => ({ id: statementId, number, status: statementStatus, fromOn, toOn, dueVnd })), // prettier-ignore
    isKeeper: sides.includes('point'),
    may,
    saved: url.searchParams.has('da-luu'),
  }
}

export const actions: Actions = {
  agree: async ({ request, params, locals: { ctx } }) => {
    const form = await readForm(request, agreeInput)
    if (!form.ok) return form.answer
    const agreed = await agreeTerms(ctx, form.value)
    if (!agreed.ok) return refusedConsignment(agreed.refusal, form.values)
    redirect(303, paths.consignmentSaved(params.id))
  },
  end: async ({ request, params, locals: { ctx } }) => {
    const form = await readForm(request, consignmentInput)
    if (!form.ok) return form.answer
    const ended = await endConsignment(ctx, form.value)
    if (!ended.ok) return refusedConsignment(ended.refusal, form.values)
    redirect(303, paths.consignmentSaved(params.id))
  },
}
