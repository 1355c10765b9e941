import { NotFound } from '@dacsan/decisions'
import { findEntryOfOffice, setAsideInput, setEntryAside } from '@dacsan/modules/promotion'
import { readId } from '@dacsan/platform/ids'
import { formatMoment } from '@dacsan/vietnam'
import { actOnContest } from '#lib/contests/answers.ts'
import { readForm } from '#lib/forms.ts'
import { paths } from '#lib/paths.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals: { ctx }, params }) => {
  const { contest, entry, ...view } = await findEntryOfOffice(ctx, readId('cen', params.entry))
  if (contest.id !== params.id) throw new NotFound('No such contest-entry')
  const { id, number, title, about, entrantName, phone, producerName, showsName, status, setAsideReason } = entry
  return {
    ...view,
    contest,
    entry: {
      id,
      number,
      title,
      about,
      entrantName,
      phone,
      producerName,
      showsName,
      status,
      setAsideReason,
      enteredAt: formatMoment(entry.enteredAt),
    },
  }
}

export const actions: Actions = {
  default: async ({ request, params, locals: { ctx } }) =>
    actOnContest(
      await readForm(request, setAsideInput),
      (value) => setEntryAside(ctx, value),
      paths.contestOffice(params.id, { saved: true }),
    ),
}
