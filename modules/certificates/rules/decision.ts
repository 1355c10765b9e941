import { accept, refuse, refuseStatus } from '@dacsan/decisions'
import type { Decision } from '@dacsan/decisions'
import type { PlainDate } from '@dacsan/vietnam'
import { isProvincesToGrant, outcomes } from '../../law/rules.ts'
import type { Ranks, RecognitionOutcome } from '../../law/rules.ts'
import { decisionActs } from '../acts.ts'
import type { DecisionStatus } from '../acts.ts'

export const decisionKinds = ['council', 'ministry', 'ministry-answer', 'after-ministry'] as const
export type DecisionKind = (typeof decisionKinds)[number]

/** Whether its papers are ours to write; the ministry writes and prints its own. */
export const isWrittenHere = { council: true, ministry: false, 'ministry-answer': false, 'after-ministry': true } as const satisfies Record<
  DecisionKind,
  boolean
>

/**
 * What the province itself recognises by a decision: what the council found so, and, while the ministry considers five stars, the rank that was chosen
 * for meanwhile.
 */
export function recognisedBy<Item extends { outcome: RecognitionOutcome; stars: number | null; meanwhileStars: number | null }>(
  items: readonly Item[],
): Item[] {
  return items.flatMap((item): Item[] => {
    if (item.outcome === 'recognised') return [item]
    return item.meanwhileStars === null ? [] : [{ ...item, outcome: 'recognised', stars: item.meanwhileStars }]
  })
}

/** The ranks that may be chosen for a product while the ministry considers it: those that the province grants, up to what the council found. */
export function meanwhileRanks(item: { outcome: RecognitionOutcome; stars: number | null }, ranks: Ranks): number[] {
  if (item.outcome !== 'potential-five') return []
  return [4, 3].filter((rank) => rank >= ranks.recognisedFrom && rank <= (item.stars ?? 0) && isProvincesToGrant(rank, ranks))
}

export type MeanwhileRefusal =
  | { code: 'already-recorded'; number: string; status: DecisionStatus }
  | { code: 'meanwhile-not-in-law' }
  | { code: 'not-for-meanwhile'; stars: number[] }

/** Chooses that rank, or none, for one product of a draft. */
export function decideMeanwhile(
  decision: { status: DecisionStatus; number: string | null },
  choice: { stars: number | null },
  facts: { isAllowed: boolean; open: readonly number[] },
): Decision<{ type: 'decision.meanwhile-chosen' }, MeanwhileRefusal> {
  const closed = refuseStatus(decisionActs['choose-meanwhile'], decision.status)
  if (closed) return refuse(closed.refusal.code, { number: decision.number ?? '', status: decision.status })
  if (choice.stars === null) return accept({ type: 'decision.meanwhile-chosen' })
  if (!facts.isAllowed) return refuse('meanwhile-not-in-law')
  if (!facts.open.includes(choice.stars)) return refuse('not-for-meanwhile', { stars: [...facts.open] })
  return accept({ type: 'decision.meanwhile-chosen' })
}

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
