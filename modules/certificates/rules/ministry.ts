import { accept, refuse } from '@dacsan/decisions'
import type { Decision } from '@dacsan/decisions'
import { checkSigning } from './decision.ts'
import type { DecisionKind, Signing, SigningFacts, SigningRefusal } from './decision.ts'

/** What became of products that waited for the ministry: five stars, or, below 90 points there, what the province makes of them. */
export const grants = ['5', '4', '3', 'none'] as const
export type Grant = (typeof grants)[number]

export type MinistryRefusal =
  | SigningRefusal
  | { code: 'not-awaiting'; products: string[] }
  | { code: 'later-certificate'; products: string[] }

/** Five stars are the ministry's; all else is decided by the province again (Quyết định 26/2026/QĐ-TTg, Điều 7, step 8). */
export function decideMinistryResult(
  grant: Grant,
  signing: Signing,
  facts: SigningFacts & { notAwaiting: readonly string[]; certifiedLater: readonly string[] },
): Decision<{ type: 'decision.recorded'; kind: Exclude<DecisionKind, 'council'>; stars: number | null }, MinistryRefusal> {
  if (facts.notAwaiting.length > 0) return refuse('not-awaiting', { products: [...facts.notAwaiting] })
  const no = checkSigning(signing, facts)
  if (no) return no
  if (facts.certifiedLater.length > 0) return refuse('later-certificate', { products: [...facts.certifiedLater] })
  return accept({
    type: 'decision.recorded',
    kind: grant === '5' ? 'ministry' : 'after-ministry',
    stars: grant === 'none' ? null : Number(grant),
  })
}
