import { refuse } from '@dacsan/decisions'
import type { Refused } from '@dacsan/decisions'
import { dossierKinds } from './forms.ts'
import type { DossierKind } from './forms.ts'
import type { StartRefusal } from './refusals.ts'

type Recognised = { standing: 'none' | 'certified' | 'withdrawn'; certifiedUntil: string | null }
type KindRefusal = Extract<StartRefusal, { code: 'not-certified-yet' | 'certificate-valid' }>

/** Why a dossier of this kind cannot be started on a day: what was never recognised has nothing to renew, what is certified is not new. */
export function refuseKind(kind: DossierKind, product: Recognised, today: string): Refused<KindRefusal> | null {
  const { standing, certifiedUntil } = product
  if (kind !== 'first') return standing === 'none' ? refuse('not-certified-yet', { kind }) : null
  const valid = standing === 'certified' && certifiedUntil !== null && certifiedUntil >= today
  return valid ? refuse('certificate-valid', { until: certifiedUntil }) : null
}

export const kindsToStart = (product: Recognised, today: string): DossierKind[] =>
  dossierKinds.filter((kind) => refuseKind(kind, product, today) === null)
