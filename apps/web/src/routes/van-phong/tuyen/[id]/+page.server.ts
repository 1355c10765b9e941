import {
  endRoute,
  endRouteInput,
  findRoute,
  publishRoute,
  recogniseRoute,
  recogniseRouteInput,
  routeInput,
} from '@dacsan/modules/promotion'
import { readId } from '@dacsan/platform/ids'
import { dateInVietnam } from '@dacsan/vietnam'
import { z } from 'zod'
import { readForm } from '#lib/forms.ts'
import { paths } from '#lib/paths.ts'
import { uploadOf } from '#lib/points/answers.ts'
import { actOnRoute, mayBe } from '#lib/routes/answers.ts'
import type { Actions, PageServerLoad } from './$types'

const file = z.instanceof(File).optional()

export const load: PageServerLoad = async ({ locals: { ctx }, params, url }) => {
  const { route, stops, enquiries, may } = await findRoute(ctx, readId('rou', params.id))
  const { createdAt: _, publishedAt: __, recognisedFile, ...shown } = route
  return {
    route: { ...shown, hasDecision: recognisedFile !== null },
    stops: stops.map(({ id, name, kind, address, communeName, minutes, outBecause, leftReason, stamps, may: mine }) => ({ id, name, kind, address, communeName, minutes, outBecause, leftReason, stamps, mayChange: mine.change === true })), // prettier-ignore
    enquiries: enquiries.map(({ id, people, visitOn, status }) => ({ id, people, visitOn, status })),
    may: mayBe(may),
    today: dateInVietnam(ctx.now),
    saved: url.searchParams.has('da-luu'),
  }
}

const saved = (id: string) => paths.routeOffice(id, { saved: true })
export const actions: Actions = {
  publish: async ({ request, params, locals: { ctx } }) =>
    actOnRoute(await readForm(request, routeInput), (given) => publishRoute(ctx, given), saved(params.id)),
  recognise: async ({ request, params, locals: { ctx } }) =>
    actOnRoute(
      await readForm(request, recogniseRouteInput.extend({ file })),
      ({ file: paper, ...given }) => recogniseRoute(ctx, given, uploadOf(paper)),
      saved(params.id),
    ),
  end: async ({ request, params, locals: { ctx } }) =>
    actOnRoute(await readForm(request, endRouteInput), (given) => endRoute(ctx, given), saved(params.id)),
}
