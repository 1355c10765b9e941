import { redirect } from '@sveltejs/kit'
import { findCertificate, searchCertificates } from '@dacsan/modules/certificates'
import { keepPage } from '#lib/keep-page.ts'
import { localHref } from '#lib/languages.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async (event) => {
  const { ctx, lang } = event.locals
  const q = (event.url.searchParams.get('q') ?? '').slice(0, 200).trim()
  const exact = q === '' ? undefined : await findCertificate(ctx, q)
  if (exact) redirect(303, localHref(lang, `/giay-chung-nhan/${exact.code}`))
  const found = await searchCertificates(ctx, q)
  keepPage(event, { shows: 'certificate' })
  return { q, ...found }
}
