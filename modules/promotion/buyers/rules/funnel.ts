import type { EndReason } from './choices.ts'
import { isDelivery, linesThatHold, stages } from './stages.ts'
import type { KnownBy, Stage } from './stages.ts'

export type FunnelLine = {
  seq: number
  kind: 'step' | 'correction'
  stage: Stage
  leastVnd: number | null
  reason: EndReason | null
  known: KnownBy
}
export type FunnelRelation = { lines: readonly FunnelLine[] }

export type FunnelRow = { stage: Stage; now: number; ever: number; confirmed: number }
export type Funnel = {
  relations: number
  rows: FunnelRow[]
  /** Per cent of all relations, to one decimal; null where there is none. */
  shareDelivered: number | null
  shareRepeated: number | null
  /** Signatures are not deliveries: each is counted for itself and never added to the other. */
  signatures: { mou: number; contract: number; leastVnd: number }
  deliveries: { number: number; sumVnd: number; confirmedVnd: number }
  ended: { reason: EndReason; number: number }[]
}

const share = (part: number, whole: number): number | null => (whole === 0 ? null : Math.round((part / whole) * 1000) / 10)
const sumOf = (lines: readonly FunnelLine[]) => lines.reduce((sum, { leastVnd }) => sum + (leastVnd ?? 0), 0)

/** How many relations stand at each step now and how many ever came to it, with what came of them: no figure of the top stands without the bottom. */
export function funnelOf(relations: readonly FunnelRelation[]): Funnel {
  const ledgers = relations.map(({ lines }) => linesThatHold(lines))
  const reached = (stage: Stage) => ledgers.filter((lines) => lines.some((line) => line.stage === stage))
  const all = ledgers.flat()
  const deliveries = all.filter(({ stage }) => isDelivery(stage))
  const ends = ledgers.flatMap((lines) => lines.at(-1)?.reason ?? [])
  return {
    relations: relations.length,
    rows: stages.map((stage) => ({
      stage,
      now: ledgers.filter((lines) => lines.at(-1)?.stage === stage).length,
      ever: reached(stage).length,
      confirmed: reached(stage).filter((lines) => lines.some((line) => line.stage === stage && line.known === 'confirmed')).length,
    })),
    shareDelivered: share(reached('first-delivery').length, relations.length),
    shareRepeated: share(reached('repeat').length, relations.length),
    signatures: {
      mou: reached('mou').length,
      contract: reached('contract').length,
      leastVnd: sumOf(all.filter(({ stage }) => stage === 'contract')),
    },
    deliveries: {
      number: deliveries.length,
      sumVnd: sumOf(deliveries),
      confirmedVnd: sumOf(deliveries.filter(({ known }) => known === 'confirmed')),
    },
    ended: [...Map.groupBy(ends, (reason) => reason)].map(([reason, ones]) => ({ reason, number: ones.length })).toSorted((a, b) => b.number - a.number), // prettier-ignore
  }
}
