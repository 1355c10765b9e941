import { province } from '@dacsan/modules/province'
import type { Province } from '@dacsan/modules/province'
import type { LayoutServerLoad } from './$types'

export const load: LayoutServerLoad = ({ locals }) => ({
  lang: locals.lang,
  site: siteOf(province()),
  // Desks carry only the sentences of the frame; public pages add theirs.
  m: { frame: locals.m.frame },
  signedInAs: locals.actor.kind === 'person' ? locals.actor.name : null,
})

const siteOf = ({ site: { name, languages }, invented }: Province) => ({ name, languages, invented })
