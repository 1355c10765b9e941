import { createApiKey, createApiKeyInput, listOrganisations } from '@dacsan/modules/identity'
import { apiKeyScopes } from '@dacsan/modules/identity/rules'
import { apiKeyScopeNames, organisationKindNames, sayRefusal } from '@dacsan/modules/identity/words'
import { correct, readForm } from '#lib/forms.ts'
import { paths } from '#lib/paths.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals }) => ({
  organisations: (await listOrganisations(locals.ctx)).map(({ id, name, kind }) => ({
    value: id,
    label: name,
    group: organisationKindNames[kind],
  })),
  scopes: apiKeyScopes.map((scope) => ({ value: scope, label: apiKeyScopeNames[scope] })),
})

const fieldOf: Record<string, string> = { 'expiry-past': 'expiresOn' }

export const actions: Actions = {
  default: async ({ request, locals }) => {
    const form = await readForm(request, createApiKeyInput)
    if (!form.ok) return form.answer
    const outcome = await createApiKey(locals.ctx, form.value)
    if (!outcome.ok) return correct(form.values, { [fieldOf[outcome.refusal.code] ?? 'organisationId']: sayRefusal(outcome.refusal) })
    const { keyId, key } = outcome.value
    return { made: { key, path: paths.apiKey(keyId) } }
  },
}
