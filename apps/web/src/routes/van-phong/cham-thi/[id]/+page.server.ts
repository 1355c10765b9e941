import { findSheet, handInInput, handInSheet } from '@dacsan/modules/promotion'
import { readId } from '@dacsan/platform/ids'
import { formatMoment } from '@dacsan/vietnam'
import { confirmFirst } from '#lib/confirm/confirm-first.ts'
import { actOnContest } from '#lib/contests/answers.ts'
import { readForm } from '#lib/forms.ts'
import { paths } from '#lib/paths.ts'
import type { Actions, PageServerLoad, RequestEvent } from './$types'

export const load: PageServerLoad = async ({ locals: { ctx }, params, url }) => {
  const { sheet, contest, entries, missing } = await findSheet(ctx, readId('cju', params.id))
  return {
    sheet: { id: sheet.id, isOpen: sheet.isOpen, isBefore: sheet.isBefore, handedInAt: sheet.handedInAt && formatMoment(sheet.handedInAt) },
    contest: { name: contest.name, about: contest.about, judgeBy: formatMoment(contest.judgeBy), closesAt: formatMoment(contest.closesAt) },
    entries: entries.map(({ number, photos, sum, conflict, isOwn }) => ({
      number,
      photo: photos[0] ?? null,
      sum,
      hasConflict: conflict !== null,
      isOwn,
    })),
    missing,
    saved: url.searchParams.has('da-luu'),
  }
}

export const actions: Actions = {
  handin: confirmFirst('contest-sheet.handed-in', async ({ request, params, locals: { ctx } }: RequestEvent) =>
    actOnContest(await readForm(request, handInInput), (value) => handInSheet(ctx, value), paths.contestSheet(params.id)),
  ),
}
