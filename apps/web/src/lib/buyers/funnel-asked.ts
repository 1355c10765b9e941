import { aisles } from '@dacsan/modules/catalogue/rules'
import type { findFunnel } from '@dacsan/modules/promotion'
import { readId } from '@dacsan/platform/ids'
import { chosenOf } from './answers.ts'

/** Which relations an address asks for. */
export function funnelAsked(search: URLSearchParams): Parameters<typeof findFunnel>[1] {
  const [year, session, fair] = ['nam', 'phien', 'hoi-cho'].map((name) => search.get(name) || null)
  return {
    year: /^20\d\d$/.test(year ?? '') ? Number(year) : null,
    sessionId: session ? readId('mts', session) : null,
    fairId: fair ? readId('fai', fair) : null,
    aisle: chosenOf(aisles, search.get('nhom')),
  }
}
