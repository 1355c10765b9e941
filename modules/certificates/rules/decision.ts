import { accept, refuse, refuseStatus } from '@dacsan/decisions'
import type { Decision } from '@dacsan/decisions'
import type { PlainDate } from '@dacsan/vietnam'
import { outcomes } from '../../law/rules.ts'
import type { RecognitionOutcome } from '../../law/rules.ts'
import { decisionActs } from '../acts.ts'
import type { DecisionStatus } from '../acts.ts'

export const decisionKinds = ['council', 'ministry', 'after-ministry'] as const
export type DecisionKind = (typeof decisionKinds)[number]

/** Whether its papers are ours to write; the ministry writes and prints its own. */
export const isWrittenHere = { council: true, ministry: false, 'after-ministry': true } as const satisfies Record<DecisionKind, boolean>

/** How many products each outcome has. */
export function countOutcomes(items: readonly { outcome: RecognitionOutcome }[]): Record<RecognitionOutcome, number> {
  const counts = outcomes.map((outcome) => [outcome, items.filter((item) => item.outcome === outcome).length])
  return Object.fromEntries(counts) as Record<RecognitionOutcome, number>
}

export type Signing = { number: string; signedOn: PlainDate; signer: string; signerTitle: string }

/** The proposal (tờ trình) that a decision follows. */
export type Proposal = { number: string; on: PlainDate }

export type SigningRefusal =
  | { code: 'number-malformed'; symbol: string }
  | { code: 'number-taken'; number: string; year: number }
  | { code: 'signed-in-future'; today: PlainDate }
  | { code: 'signed-too-early'; earliest: PlainDate }

export type RecordingRefusal =
  | SigningRefusal
  | { code: 'already-recorded'; number: string; status: DecisionStatus }
  | { code: 'later-certificate'; products: string[] }
  | { code: 'proposal-incomplete'; missing: 'number' | 'day' }
  | { code: 'proposal-off-days'; earliest: PlainDate; signedOn: PlainDate }

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

/** A proposal is cited with number and day or not at all, and stands between the session and the signature. */
export function checkProposal(
  { number, on }: { number: string; on: string },
  { signedOn, earliest }: { signedOn: PlainDate; earliest: PlainDate },
) {
  if ((number === '') !== (on === ''))
    return refuse('proposal-incomplete', { missing: number === '' ? ('number' as const) : ('day' as const) })
  if (on !== '' && (on < earliest || on > signedOn)) return refuse('proposal-off-days', { earliest, signedOn })
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
  const closed = refuseStatus(decisionActs.record, decision.status)
  if (closed) return refuse(closed.refusal.code, { number: decision.number ?? '', status: decision.status })
  const no = checkSigning(signing, facts)
  if (no) return no
  if (facts.certifiedLater.length > 0) return refuse('later-certificate', { products: [...facts.certifiedLater] })
  return accept({ type: 'decision.recorded', signing })
}
