import type { LayoutServerLoad } from './$types'

export const load: LayoutServerLoad = ({ locals }) => ({
  lang: locals.lang,
  m: locals.m,
  signedInAs: locals.actor.kind === 'person' ? locals.actor.name : null,
})
