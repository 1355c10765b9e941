import { redirect } from '@sveltejs/kit'
import {
  findOrganisation,
  listCommunes,
  moveOrganisation,
  moveOrganisationInput,
  renameOrganisation,
  renameOrganisationInput,
} from '@dacsan/modules/identity'
import { organisationKindNames, roleNames, sayOrganisationChange, sayRefusal } from '@dacsan/modules/identity/words'
import { mergeIntoOrganisation, mergeOrganisationInput, previewMergeInto } from '@dacsan/modules/organisations'
import { readId } from '@dacsan/platform/ids'
import { sayAction } from '#lib/act-names.ts'
import { correct, readForm } from '#lib/forms.ts'
import { paths } from '#lib/paths.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, params }) => {
  const organisation = await findOrganisation(locals.ctx, readId('org', params.id))
  return {
    organisation: {
      ...organisation,
      history: organisation.history.map((entry) => ({
        ...entry,
        says: sayAction(entry.action),
        about: sayOrganisationChange(entry.detail),
      })),
    },
    kindName: organisationKindNames[organisation.kind],
    roleNames,
    communes: (await listCommunes(locals.ctx)).map(({ code, name }) => ({ value: code, label: name })),
  }
}

const moveFields: Record<string, string> = { 'unknown-parent': 'parentCode', 'parent-below': 'parentCode', 'place-unchanged': 'parentCode' }

export const actions: Actions = {
  rename: async ({ request, locals, params }) => {
    const form = await readForm(request, renameOrganisationInput)
    if (!form.ok) return form.answer
    const outcome = await renameOrganisation(locals.ctx, readId('org', params.id), form.value)
    if (!outcome.ok) return correct(form.values, { name: sayRefusal(outcome.refusal) })
    redirect(303, paths.organisation(params.id))
  },
  move: async ({ request, locals, params }) => {
    const form = await readForm(request, moveOrganisationInput)
    if (!form.ok) return form.answer
    const outcome = await moveOrganisation(locals.ctx, readId('org', params.id), form.value)
    if (!outcome.ok) return correct(form.values, { [moveFields[outcome.refusal.code] ?? 'communeCode']: sayRefusal(outcome.refusal) })
    redirect(303, paths.organisation(params.id))
  },
  'preview-merge': async ({ request, locals, params }) => {
    const form = await readForm(request, mergeOrganisationInput)
    if (!form.ok) return form.answer
    const outcome = await previewMergeInto(locals.ctx, readId('org', params.id), form.value.intoCode)
    if (!outcome.ok) return correct(form.values, { intoCode: sayRefusal(outcome.refusal) })
    return { values: form.values, errors: {} as Record<string, string>, preview: outcome.value }
  },
  merge: async ({ request, locals, params }) => {
    const form = await readForm(request, mergeOrganisationInput)
    if (!form.ok) return form.answer
    const outcome = await mergeIntoOrganisation(locals.ctx, readId('org', params.id), form.value)
    if (!outcome.ok) return correct(form.values, { intoCode: sayRefusal(outcome.refusal) })
    redirect(303, paths.organisation(outcome.value.intoId))
  },
}
