import type { RequestEvent } from '@sveltejs/kit'
import type { SignInRequest } from '@dacsan/modules/identity'
import { currentRuntime } from '@dacsan/modules/runtime'

/** This request, as one to sign in. */
export function signInRequestOf({ request, locals, getClientAddress }: RequestEvent): SignInRequest {
  const { auth, db } = currentRuntime()
  return {
    auth,
    db,
    actor: locals.actor,
    headers: request.headers,
    address: getClientAddress(),
    now: locals.ctx.now,
    requestId: locals.requestId,
  }
}
