import { keepPage } from '#lib/keep-page.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = (event) => keepPage(event, { shows: 'disclosure' })
