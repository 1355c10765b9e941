import type { DossierMove, DossierStatus } from './moves.ts'

/** The forms and letters drawn from a dossier, by the names of their addresses. */
export const dossierPaperKinds = ['mau-01', 'mau-02', 'mau-03', 'cong-van'] as const
export type DossierPaperKind = (typeof dossierPaperKinds)[number]

/** What the commune writes. */
const ofCommune: readonly DossierPaperKind[] = ['mau-03', 'cong-van']

/** The papers that there are for a reader: the commune's working copy is its own until it has proposed. */
export function papersOf(
  dossier: { status: DossierStatus; history: readonly { move: DossierMove }[] },
  reader: { servesCommune: boolean },
): DossierPaperKind[] {
  const withCommune = dossier.status === 'submitted'
  const proposed = dossier.history.some(({ move }) => move === 'propose')
  const written = reader.servesCommune ? withCommune || proposed : proposed && !withCommune
  return dossierPaperKinds.filter((kind) => written || !ofCommune.includes(kind))
}
