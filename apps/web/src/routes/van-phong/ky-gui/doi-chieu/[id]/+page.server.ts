import { formatMoment } from '@dacsan/vietnam'
import { redirect } from '@sveltejs/kit'
import {
  findStatement,
  papersOfStatement,
  signStatementOf,
  statementInput,
  withdrawStatement,
  withdrawStatementInput,
} from '@dacsan/modules/promotion'
import { readId } from '@dacsan/platform/ids'
import { readForm } from '#lib/forms.ts'
import { paths } from '#lib/paths.ts'
import { refusedConsignment } from '#lib/points/answers.ts'
import type { Actions, PageServerLoad } from './$types'

const moment = (at: Date | null) => at && formatMoment(at)

export const load: PageServerLoad = async ({ locals: { ctx }, params }) => {
  const view = await findStatement(ctx, readId('csm', params.id))
  const { statement, consignment, lines, maySign, mayWithdraw, isWithdrawn } = view
  return {
    papers: papersOfStatement(ctx, view).filter(({ absent }) => absent === null),
    statement: {
      ...statement,
      madeAt: formatMoment(statement.madeAt),
      pointSignedAt: moment(statement.pointSignedAt),
      ownerSignedAt: moment(statement.ownerSignedAt),
    },
    consignment: { id: consignment.id, title: `${consignment.producerName} – ${consignment.pointName}` },
    lines: lines.map((line) => ({ ...line, key: `${line.lotId}-${line.packId}` })),
    maySign,
    mayWithdraw,
    isWithdrawn,
  }
}

export const actions: Actions = {
  sign: async ({ request, params, locals: { ctx } }) => {
    const form = await readForm(request, statementInput)
    if (!form.ok) return form.answer
    const signed = await signStatementOf(ctx, form.value)
    if (!signed.ok) return refusedConsignment(signed.refusal, form.values)
    redirect(303, paths.consignmentStatement(params.id))
  },
  withdraw: async ({ request, params, locals: { ctx } }) => {
    const form = await readForm(request, withdrawStatementInput)
    if (!form.ok) return form.answer
    const withdrawn = await withdrawStatement(ctx, form.value)
    if (!withdrawn.ok) return refusedConsignment(withdrawn.refusal, form.values)
    redirect(303, paths.consignmentStatement(params.id))
  },
}
