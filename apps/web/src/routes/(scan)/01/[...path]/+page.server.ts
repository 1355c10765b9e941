import { error } from '@sveltejs/kit'
import { readDigitalLinkPath } from '@dacsan/modules/traceability'
import { splitLanguage } from '#lib/languages.ts'
import { loadScan } from '#lib/scan/load-scan.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = (event) => {
  const read = readDigitalLinkPath(splitLanguage(event.url.pathname).path)
  if (!read.ok) error(400, { message: read.refusal.code })
  return loadScan(event, read.value)
}
