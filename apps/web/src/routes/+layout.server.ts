import type { LayoutServerLoad } from './$types'

export const load: LayoutServerLoad = ({ locals }) => ({
  lang: locals.lang,
  // Desks carry only the sentences of the frame; public pages add theirs.
  m: { frame: locals.m.frame },
  signedInAs: locals.actor.kind === 'person' ? locals.actor.name : null,
})
