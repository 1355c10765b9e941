import { redirect } from '@sveltejs/kit'
import { signOut } from '@dacsan/modules/identity'
import { currentRuntime } from '@dacsan/modules/runtime'
import type { RequestHandler } from './$types'

export const POST: RequestHandler = async ({ locals, request }) => {
  locals.setCookies.push(...(await signOut({ auth: currentRuntime().auth, headers: request.headers })))
  redirect(303, '/')
}
