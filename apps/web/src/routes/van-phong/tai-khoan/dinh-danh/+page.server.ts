import { formatMoment } from '@dacsan/vietnam'
import { fail, redirect } from '@sveltejs/kit'
import { beginLinking, listOwnLinks, passwordAgainInput, requirePerson, unlinkInput, unlinkProvider } from '@dacsan/modules/identity'
import { providerLinkPage as words, sayRefusal } from '@dacsan/modules/identity/words'
import { currentRuntime } from '@dacsan/modules/runtime'
import { readForm } from '#lib/forms.ts'
import { paths } from '#lib/paths.ts'
import { sayRefusalIn } from '#lib/provider-refusal.ts'
import { signInRequestOf } from '#lib/sign-in-request.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, url }) => {
  const { provider } = currentRuntime()
  const links = await listOwnLinks(locals.ctx, provider)
  if (!provider && links.length === 0) redirect(303, paths.ownAccount)
  return {
    title: provider ? words.title(provider.name) : words.titleOfOld,
    // To be linked where it is not yet.
    toLink: provider && !links.some(({ current }) => current) ? provider.name : null,
    links: links.map(({ id, issuer, since, current }) => ({
      id,
      says: words.at(current && provider ? provider.name : new URL(issuer).host, formatMoment(since)),
    })),
    refused: sayRefusalIn(url.searchParams, provider?.name),
    linked: url.searchParams.has('da-gan'),
    unlinked: url.searchParams.has('da-go'),
  }
}

type Errors = Record<string, string>

export const actions: Actions = {
  link: async (event) => {
    const { provider } = currentRuntime()
    if (!provider) redirect(303, paths.ownAccount)
    const form = await readForm(event.request, passwordAgainInput)
    if (!form.ok) return fail(422, { of: 'link', errors: form.answer.data.errors })
    const { userId } = requirePerson(event.locals.actor)
    const begun = await beginLinking({ ...signInRequestOf(event), provider }, userId, form.value.password)
    if (!begun.ok) {
      const field = 'provider' in begun.refusal ? 'form' : 'password'
      return fail(422, { of: 'link', errors: { [field]: sayRefusal(begun.refusal) } as Errors })
    }
    event.locals.setCookies.push(...begun.value.cookies)
    // A form may not lead to another site (form-action): the page that answers it does.
    return { leads: { to: begun.value.location.href, name: provider.name }, errors: {} as Errors }
  },
  unlink: async ({ request, locals }) => {
    const form = await readForm(request, unlinkInput)
    if (!form.ok) return fail(422, { of: form.answer.data.values.id ?? '', errors: form.answer.data.errors })
    const outcome = await unlinkProvider(locals.ctx, requirePerson(locals.actor).userId, form.value)
    if (!outcome.ok) return fail(422, { of: form.value.id, errors: { password: sayRefusal(outcome.refusal) } as Errors })
    redirect(303, paths.ownProviderDone('da-go'))
  },
}
