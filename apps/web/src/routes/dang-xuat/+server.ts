import { redirect } from '@sveltejs/kit'
import { signOut } from '@dacsan/modules/identity'
import { signInRequestOf } from '#lib/sign-in-request.ts'
import type { RequestHandler } from './$types'

export const POST: RequestHandler = async (event) => {
  event.locals.setCookies.push(...(await signOut(signInRequestOf(event))))
  redirect(303, '/')
}
