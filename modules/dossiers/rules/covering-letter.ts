import { accept, refuse } from '@dacsan/decisions'
import type { Decision } from '@dacsan/decisions'
import type { LetterStatus } from '../acts.ts'
import type { DossierId } from './ids.ts'
import { isUnderWay } from './moves.ts'
import type { DossierStatus } from './moves.ts'

/** A dossier as the letter names it, as it was when the letter was drawn up. `stars`: by the producer's own scoring. */
export type LetterLine = { dossierId: DossierId; code: string; product: string; producer: string; stars: number }

export type LetterRefusal =
  | { code: 'letter-closed'; status: LetterStatus }
  | { code: 'nothing-to-send' }
  /** Of them these cannot stand in the letter: not proposed, or in another one already. */
  | { code: 'not-to-be-sent'; codes: string[] }
  | { code: 'signed-in-future' }

export type SendableFacts = { code: string; status: DossierStatus; proposedAt: Date | null; lastLetterAt: Date | null }

const withCommune: readonly DossierStatus[] = ['submitted', 'returned']

/** Proposed and not with the commune again, and in no letter since it was proposed last. */
export const isToBeSent = ({ status, proposedAt, lastLetterAt }: SendableFacts): boolean =>
  proposedAt !== null && isUnderWay(status) && !withCommune.includes(status) && (lastLetterAt === null || lastLetterAt < proposedAt)

export function decideLetter(dossiers: readonly SendableFacts[]): Decision<null, LetterRefusal> {
  if (dossiers.length === 0) return refuse('nothing-to-send')
  const others = dossiers.filter((dossier) => !isToBeSent(dossier))
  return others.length > 0 ? refuse('not-to-be-sent', { codes: others.map(({ code }) => code) }) : accept(null)
}
