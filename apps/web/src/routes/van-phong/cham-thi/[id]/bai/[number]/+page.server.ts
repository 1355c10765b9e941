import { NotFound } from '@dacsan/decisions'
import {
  conflictInput,
  declareConflict,
  findSheet,
  markEntry,
  markEntryInput,
  sheetEntryInput,
  takeBackConflict,
} from '@dacsan/modules/promotion'
import { readId } from '@dacsan/platform/ids'
import { actOnContest } from '#lib/contests/answers.ts'
import { readForm } from '#lib/forms.ts'
import { paths } from '#lib/paths.ts'
import type { Actions, PageServerLoad, RequestEvent } from './$types'

export const load: PageServerLoad = async ({ locals: { ctx }, params, url }) => {
  const { sheet, contest, criteria, entries, missing } = await findSheet(ctx, readId('cju', params.id))
  const entry = entries.find(({ number }) => String(number) === params.number)
  if (!entry) throw new NotFound('No such contest-entry')
  return {
    sheet: { id: sheet.id, isOpen: sheet.isOpen },
    contest: { name: contest.name },
    entry,
    criteria: criteria.map((one) => ({ ...one, given: entry.points.find(({ criterion }) => criterion === one.position)?.points ?? null })),
    next: missing.find((number) => number !== entry.number) ?? null,
    saved: url.searchParams.has('da-luu'),
  }
}

const here = ({ params }: RequestEvent) => paths.contestSheetEntry(params.id, Number(params.number), { saved: true })

export const actions: Actions = {
  mark: async (event) =>
    actOnContest(await readForm(event.request, markEntryInput), (value) => markEntry(event.locals.ctx, value), here(event)),
  conflict: async (event) =>
    actOnContest(await readForm(event.request, conflictInput), (value) => declareConflict(event.locals.ctx, value), here(event)),
  takeback: async (event) =>
    actOnContest(await readForm(event.request, sheetEntryInput), (value) => takeBackConflict(event.locals.ctx, value), here(event)),
}
