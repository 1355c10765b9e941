import { accept, canMove, refuse } from '@dacsan/decisions'
import type { Decision, Moves } from '@dacsan/decisions'
import type { PlainDate } from '@dacsan/vietnam'
import type { Role } from '../../identity/rules.ts'
import type { CertificateStatus } from './validity.ts'

export const decisionStatuses = ['draft', 'recorded'] as const
export type DecisionStatus = (typeof decisionStatuses)[number]

export const decisionMoves = {
  record: { from: ['draft'], to: 'recorded', by: ['provincial-officer'], check: 'number, day, signer' },
} as const satisfies Moves<DecisionStatus, Role>

/** A certificate is born active by a recorded decision; time ends it without a move. */
export const certificateMoves = {
  supersede: { from: ['active'], to: 'superseded', by: ['provincial-officer'], check: 'a later certificate of the product' },
  withdraw: { from: ['active'], to: 'withdrawn', by: ['provincial-officer'], check: 'decision, legal reason' },
} as const satisfies Moves<CertificateStatus, Role>

export const decisionKinds = ['council', 'ministry', 'after-ministry'] as const
export type DecisionKind = (typeof decisionKinds)[number]

export const outcomes = ['recognised', 'potential-five', 'not-recognised'] as const
export type RecognitionOutcome = (typeof outcomes)[number]

/**
 * Who may grant which rank, from which rank on anything is granted, and from how many points a dossier goes to the ministry: rows of the
 * law, `star.authority`, `star.recognised-from` and `star.ministry-from-points`.
 */
export type Ranks = { recognisedFrom: number; ministryFromPoints: number; authorities: Readonly<Record<string, string>> }

/** What a council found: its stars, and the points of all sheets together, so that the average is never rounded. */
export type Found = { stars: number; totalPoints: number; sheetCount: number }

/**
 * What the province makes of it. The points decide who goes to the ministry, also where a five-star minimum is missed: the ministry judges
 * those (Quyết định 26/2026/QĐ-TTg, Điều 7; decision 012). A dossier that the province could not recognise itself does not go.
 */
export function outcomeOf({ stars, totalPoints, sheetCount }: Found, ranks: Ranks): RecognitionOutcome {
  if (stars < ranks.recognisedFrom) return 'not-recognised'
  const reachesMinistry = totalPoints >= ranks.ministryFromPoints * sheetCount
  return reachesMinistry || !isProvincesToGrant(stars, ranks) ? 'potential-five' : 'recognised'
}

/** Whether the province itself grants this rank. */
export function isProvincesToGrant(stars: number, { recognisedFrom, authorities }: Ranks): boolean {
  return authorities[stars] === authorities[recognisedFrom]
}

export type Signing = { number: string; signedOn: PlainDate; signer: string; signerTitle: string }

export type SigningRefusal =
  | { code: 'number-malformed'; symbol: string }
  | { code: 'number-taken'; number: string; year: number }
  | { code: 'signed-in-future'; today: PlainDate }
  | { code: 'signed-too-early'; earliest: PlainDate }

export type RecordingRefusal =
  | SigningRefusal
  | { code: 'already-recorded'; number: string }
  | { code: 'later-certificate'; products: string[] }

export type SigningFacts = {
  today: PlainDate
  /** Nothing is signed before what it decides on: the session, the certificate. */
  earliest: PlainDate
  /** Another decision of the same authority carries this number in the same year. */
  numberTaken: boolean
}

export function checkSigning({ number, signedOn }: Pick<Signing, 'number' | 'signedOn'>, facts: SigningFacts) {
  if (signedOn > facts.today) return refuse('signed-in-future', { today: facts.today })
  if (signedOn < facts.earliest) return refuse('signed-too-early', { earliest: facts.earliest })
  if (facts.numberTaken) return refuse('number-taken', { number, year: Number(signedOn.slice(0, 4)) })
  return null
}

/** A draft becomes history by its number, day and signer. */
export function decideRecording(
  decision: { status: DecisionStatus; number: string | null },
  signing: Signing,
  facts: SigningFacts & {
    /** Products of the decision that hold a certificate signed later than this. */
    certifiedLater: readonly string[]
  },
): Decision<{ type: 'decision.recorded'; signing: Signing }, RecordingRefusal> {
  if (!canMove(decisionMoves, decision.status, 'record')) return refuse('already-recorded', { number: decision.number ?? '' })
  const no = checkSigning(signing, facts)
  if (no) return no
  if (facts.certifiedLater.length > 0) return refuse('later-certificate', { products: [...facts.certifiedLater] })
  return accept({ type: 'decision.recorded', signing })
}
