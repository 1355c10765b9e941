import type { ProviderReturn } from '@dacsan/modules/identity'
import { linkRefusalCodes, providerRefusalCodes } from '@dacsan/modules/identity/rules'
import { sayRefusal } from '@dacsan/modules/identity/words'

type Refusal = Extract<ProviderReturn['outcome'], { ok: false }>['refusal']

/** A refusal as the address of the page that says it: somebody came from elsewhere, so that no form can carry the answer. */
export const refusalQuery = (refusal: Refusal): Record<string, string | undefined> => ({
  loi: refusal.code,
  phut: 'minutes' in refusal ? String(refusal.minutes) : undefined,
})

/** The sentence of the refusal in an address, which anybody may have written: one of ours, or null. */
export function sayRefusalIn(query: URLSearchParams, provider: string | undefined): string | null {
  const asked = query.get('loi')
  if (asked === null || provider === undefined) return null
  const minutes = Math.min(60, Math.max(1, Math.trunc(Number(query.get('phut'))) || 1))
  if (asked === 'too-many-attempts') return sayRefusal({ code: asked, minutes })
  if (asked === 'wrong-email-or-password') return sayRefusal({ code: asked })
  const code = [...providerRefusalCodes, ...linkRefusalCodes].find((one) => one === asked)
  return code ? sayRefusal({ code, provider }) : null
}
