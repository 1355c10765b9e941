import { registerRoute, registerRouteInput, routeChoices } from '@dacsan/modules/promotion'
import { newId } from '@dacsan/platform/ids'
import { readForm } from '#lib/forms.ts'
import { paths } from '#lib/paths.ts'
import { actOnRoute } from '#lib/routes/answers.ts'
import { ticksOf, withTicks } from '#lib/routes/ticks.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals: { ctx } }) => ({ hosts: (await routeChoices(ctx)).hosts, requestKey: newId('key') })

export const actions: Actions = {
  default: async ({ request, locals: { ctx } }) => {
    const ticked = await ticksOf(request)
    const form = await readForm(request, registerRouteInput)
    return withTicks(
      await actOnRoute(
        form,
        (given) => registerRoute(ctx, given),
        ({ value }) => paths.routeOffice(value.routeId, { saved: true }),
      ),
      ticked,
    )
  },
}
