import type { Reroute } from '@sveltejs/kit/hooks'
import { splitLanguage } from '#lib/languages.ts'

/** `/en/…` and `/km/…` are the same rooms, spoken in another language. */
export const reroute: Reroute = ({ url }) => splitLanguage(url.pathname).path
