import { findKeptForm, requirePerson } from '@dacsan/modules/identity'
import { currentRuntime } from '@dacsan/modules/runtime'
import type { PageServerLoad } from './$types'

/** Beyond this somebody typed a text; below it, a box was ticked or a number chosen. */
const longEnoughToShow = 12

export const load: PageServerLoad = async ({ locals, params, request }) => {
  const { userId } = requirePerson(locals.actor)
  const { path, fields } = await findKeptForm(
    { db: currentRuntime().db, headers: request.headers, now: locals.ctx.now },
    params.key,
    userId,
  )
  return {
    path,
    page: path.split('?')[0] ?? path,
    fields,
    texts: fields.map(([, value]) => value).filter((value) => value.length >= longEnoughToShow && /\s/.test(value)),
  }
}
