import { redirect } from '@sveltejs/kit'
import { returnFromProvider } from '@dacsan/modules/identity'
import { ownPath } from '@dacsan/modules/identity/rules'
import { currentRuntime } from '@dacsan/modules/runtime'
import { paths } from '#lib/paths.ts'
import { refusalQuery } from '#lib/provider-refusal.ts'
import { signInRequestOf } from '#lib/sign-in-request.ts'
import type { RequestHandler } from './$types'

/** The one address to which the provider leads back. */
export const GET: RequestHandler = async (event) => {
  const { provider } = currentRuntime()
  if (!provider) redirect(303, paths.signIn())
  const { purpose, cookies, outcome } = await returnFromProvider({ ...signInRequestOf(event), provider }, event.url)
  event.locals.setCookies.push(...cookies)
  const ofAccount = purpose ? purpose.for === 'link' : event.locals.actor.kind === 'person'
  const next = purpose?.for === 'sign-in' ? ownPath(purpose.next, paths.office) : paths.office
  if (!outcome.ok) {
    const said = refusalQuery(outcome.refusal)
    redirect(303, ofAccount ? paths.ownProviderRefused(said) : paths.signInRefused({ ...said, next }))
  }
  if (outcome.value.did === 'link') redirect(303, paths.ownProviderDone('da-gan'))
  redirect(303, outcome.value.secondFactor ? paths.signInCode(next) : next)
}
