import { formatMoment } from '@dacsan/vietnam'
import { redirect } from '@sveltejs/kit'
import { readersOfThing } from '@dacsan/modules/identity'
import { saySeats } from '@dacsan/modules/identity/words'
import { closeBreach, describeBreach, describeBreachInput, findBreach, reportBreach, tellPersons } from '@dacsan/modules/privacy'
import { sayRefusal } from '@dacsan/modules/privacy/words'
import { readId } from '@dacsan/platform/ids'
import { correct, readForm } from '#lib/forms.ts'
import { paths } from '#lib/paths.ts'
import type { Actions, PageServerLoad, RequestEvent } from './$types'

const idOf = ({ params }: Pick<RequestEvent, 'params'>) => readId('brc', params.id)

export const load: PageServerLoad = async (event) => {
  const { ctx } = event.locals
  const objectId = event.url.searchParams.get('ma')?.trim().slice(0, 200) ?? ''
  const readers = objectId === '' ? [] : await readersOfThing(ctx, objectId)
  return {
    breach: await findBreach(ctx, idOf(event)),
    objectId,
    readers: readers.map(({ actorName, seats, times, first, last }) => ({
      name: actorName,
      seats: saySeats(seats),
      times,
      first: formatMoment(first),
      last: formatMoment(last),
    })),
  }
}

async function step(event: RequestEvent, command: typeof reportBreach) {
  const outcome = await command(event.locals.ctx, idOf(event))
  if (!outcome.ok) return correct({}, { form: sayRefusal(outcome.refusal) })
  redirect(303, paths.dataBreach(event.params.id))
}

export const actions: Actions = {
  describe: async (event) => {
    const form = await readForm(event.request, describeBreachInput)
    if (!form.ok) return form.answer
    const outcome = await describeBreach(event.locals.ctx, idOf(event), form.value)
    if (!outcome.ok) return correct(form.values, { form: sayRefusal(outcome.refusal) })
    redirect(303, paths.dataBreach(event.params.id))
  },
  report: (event) => step(event, reportBreach),
  'tell-persons': (event) => step(event, tellPersons),
  close: (event) => step(event, closeBreach),
}
