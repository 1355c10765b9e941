import { redirect } from '@sveltejs/kit'
import { beginSignInByProvider } from '@dacsan/modules/identity'
import { ownPath } from '@dacsan/modules/identity/rules'
import { currentRuntime } from '@dacsan/modules/runtime'
import { paths } from '#lib/paths.ts'
import { refusalQuery } from '#lib/provider-refusal.ts'
import { signInRequestOf } from '#lib/sign-in-request.ts'
import type { RequestHandler } from './$types'

// A link and no form: where a form may lead is said by the policy of the page, and the provider's address is known only once it was asked.
export const GET: RequestHandler = async (event) => {
  const next = ownPath(event.url.searchParams.get('next'), paths.office)
  const { provider } = currentRuntime()
  if (!provider) redirect(303, paths.signIn(next))
  if (event.locals.actor.kind === 'person') redirect(303, next)
  const begun = await beginSignInByProvider({ ...signInRequestOf(event), provider }, { next })
  if (!begun.ok) redirect(303, paths.signInRefused({ ...refusalQuery(begun.refusal), next }))
  const { location, cookies } = begun.value
  event.locals.setCookies.push(...cookies)
  redirect(303, location, { external: [location.origin] })
}
