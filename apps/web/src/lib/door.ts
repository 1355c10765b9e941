import type { RequestEvent } from '@sveltejs/kit'
import type { Door } from '@dacsan/modules/identity'
import { currentRuntime } from '@dacsan/modules/runtime'

/** The door that this request stands at, for signing in. */
export function doorOf({ request, locals, getClientAddress }: RequestEvent): Door {
  const { auth, db } = currentRuntime()
  return { auth, db, headers: request.headers, address: getClientAddress(), now: locals.ctx.now }
}
