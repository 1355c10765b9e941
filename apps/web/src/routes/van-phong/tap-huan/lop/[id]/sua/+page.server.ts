import { changeClass, changeClassInput, findClass } from '@dacsan/modules/support'
import { readId } from '@dacsan/platform/ids'
import { hourOfForm } from '#lib/contests/hours.ts'
import { readForm } from '#lib/forms.ts'
import { paths } from '#lib/paths.ts'
import { actOnTraining } from '#lib/training/answers.ts'
import { scheduleLine } from '#lib/training/hours.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals: { ctx }, params }) => {
  const { held, sessions, size } = await findClass(ctx, readId('tcl', params.id))
  const { id, name, kind, organiser, venue, lecturer, planNumber, planOn, budgetSource, payNote } = held
  return {
    held: { id, name },
    size,
    written: {
      name,
      kind,
      organiser,
      venue,
      lecturer,
      planNumber,
      planOn,
      budgetSource,
      payNote,
      least: String(held.least),
      places: String(held.places),
      signUpBy: hourOfForm(held.signUpBy),
      mealVnd: String(held.mealVnd),
      travelVnd: String(held.travelVnd),
      lodgingVnd: String(held.lodgingVnd),
      sessions: sessions.map(scheduleLine).join('\n'),
    },
  }
}

export const actions: Actions = {
  default: async ({ request, locals: { ctx }, params }) =>
    actOnTraining(
      await readForm(request, changeClassInput),
      (value) => changeClass(ctx, value),
      paths.classOffice(params.id, { saved: true }),
    ),
}
