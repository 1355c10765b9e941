import { findPolicy } from '@dacsan/modules/disclosure'
import { policyOfSlug } from '@dacsan/modules/disclosure/rules'
import { publishedTerms } from '@dacsan/modules/returns'
import { error } from '@sveltejs/kit'
import { keepPage } from '#lib/keep-page.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async (event) => {
  const kind = policyOfSlug(event.params.slug)
  if (!kind) error(404, 'Not Found')
  const asked = /^[1-9]\d{0,5}$/.exec(event.url.searchParams.get('ban') ?? '')?.[0]
  const policy = await findPolicy(event.locals.ctx, kind, asked === undefined ? undefined : Number(asked))
  keepPage(event, { shows: 'policy' })
  // The terms that are kept stand beside the policies that speak of them.
  const terms = kind === 'returns' || kind === 'complaints' ? await publishedTerms(event.locals.ctx) : null
  return { policy, terms }
}
