import type { Reroute, Transport } from '@sveltejs/kit/hooks'
import { splitLanguage } from '#lib/languages.ts'
import { isServerOnly } from '#lib/server-only.ts'

/** `/en/…` and `/km/…` are the same rooms, spoken in another language. */
export const reroute: Reroute = ({ url }) => splitLanguage(url.pathname).path

/**
 * SvelteKit writes all data of a page out for the browser, also where no script is sent that would read them: the sentences of public pages cost
 * more than rendering one.
 */
export const transport: Transport = {
  serverOnly: {
    encode: (value) => isServerOnly(value) && 'not sent',
    decode: () => {
      throw new Error('this is known on the server only')
    },
  },
}
