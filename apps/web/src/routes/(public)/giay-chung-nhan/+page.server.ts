import { redirect } from '@sveltejs/kit'
import { findCertificate, searchCertificates } from '@dacsan/modules/certificates'
import { localHref } from '#lib/languages.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals: { ctx, lang }, url }) => {
  const q = (url.searchParams.get('q') ?? '').slice(0, 200).trim()
  const exact = q === '' ? undefined : await findCertificate(ctx, q)
  if (exact) redirect(303, localHref(lang, `/giay-chung-nhan/${exact.code}`))
  return { q, ...(await searchCertificates(ctx, q)) }
}
