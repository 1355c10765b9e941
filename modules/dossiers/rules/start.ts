import { accept, refuse } from '@dacsan/decisions'
import type { Decision } from '@dacsan/decisions'
import { dossierKinds } from './forms.ts'
import type { DossierKind } from './forms.ts'
import type { DossierId } from './ids.ts'
import type { StartRefusal } from './refusals.ts'

/** What is on file of the product that a dossier is opened for. */
export type ProductToStart = { standing: 'none' | 'certified' | 'withdrawn'; certifiedUntil: string | null }

type KindRefusal = Extract<StartRefusal, { code: 'not-certified-yet' | 'certificate-valid' }>

/** Why a kind of dossier is not open to a product; null where it is. */
function refuseKind(product: ProductToStart, kind: DossierKind, today: string): KindRefusal | null {
  const { standing, certifiedUntil } = product
  if (kind !== 'first') return standing === 'none' ? { code: 'not-certified-yet', kind } : null
  const valid = standing === 'certified' && certifiedUntil !== null && certifiedUntil >= today
  return valid ? { code: 'certificate-valid', until: certifiedUntil } : null
}

/** The kinds of dossier that a product may begin: a first one, or the next after its recognition. */
export const openKinds = (product: ProductToStart, today: string): DossierKind[] =>
  dossierKinds.filter((kind) => refuseKind(product, kind, today) === null)

export function decideStart(
  state: { product: ProductToStart; communeCode: string | null; openDossierId: DossierId | undefined },
  { kind, today }: { kind: DossierKind; today: string },
): Decision<{ communeCode: string }, StartRefusal> {
  const { product, communeCode, openDossierId } = state
  if (communeCode === null) return refuse('producer-without-commune')
  if (openDossierId !== undefined) return refuse('dossier-already-open', { dossierId: openDossierId })
  const closed = refuseKind(product, kind, today)
  return closed ? { ok: false, refusal: closed } : accept({ communeCode })
}
