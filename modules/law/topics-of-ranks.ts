import { z } from 'zod'
import { between } from './rules/bounds.ts'
import { declareTopics, topic } from './topics.ts'
import type { ReadTopics } from './topics.ts'
import { rankTopicWords } from './words/values.ts'

/** What the law itself reads to say who grants which rank: rooms ask for the answer, `ranksOn`. */
export const rankTopics = declareTopics({
  // Every decision since 2019 recognises from three stars on. One star begins at no point at all, so recognising from one recognises whatever
  // is handed in; from five on the province would recognise nothing.
  'star.recognised-from': topic(z.number().int(), {
    ...rankTopicWords['star.recognised-from'],
    ...between(2, 4),
    relations: [
      {
        topic: 'star.authority',
        says: rankTopicWords['star.recognised-from'].needsAuthority,
        holds: (from, authorities) => levelsFrom(from).every((level) => Object.hasOwn(authorities as Authorities, level)),
      },
    ],
  }),
  // Ranks are those of the scale, 1 to 5; whoever grants one is an office with a name that fits on a certificate.
  'star.authority': topic(z.record(z.string(), z.string()), {
    ...rankTopicWords['star.authority'],
    bounds: [
      {
        says: rankTopicWords['star.authority'].bound,
        holds: (authorities) =>
          Object.keys(authorities).length > 0 &&
          Object.entries(authorities).every(([level, whom]) => /^[1-5]$/.test(level) && whom.trim().length >= 3 && whom.length <= 200),
      },
    ],
  }),
  // 90 in the decision in force, which is where five stars begin. Below 70, where four stars begin, the ministry would judge what the
  // province grants; above 100 nothing would reach it.
  'star.ministry-from-points': topic(z.number(), {
    ...rankTopicWords['star.ministry-from-points'],
    ...between(70, 100),
    relations: [
      {
        topic: 'star.bands',
        says: rankTopicWords['star.ministry-from-points'].withinBands,
        holds: (points, bands) => (bands as Bands).every(({ level, min }) => level !== 5 || points <= min),
      },
    ],
  }),
  // The wording that we have counts points alone, and the stars of the scale count minimums too.
  'star.ministry-needs-minimums': topic(z.boolean(), rankTopicWords['star.ministry-needs-minimums']),
})

type Authorities = Readonly<Record<string, string>>
type Bands = readonly { level: number; min: number }[]

function levelsFrom(level: number): string[] {
  return ['1', '2', '3', '4', '5'].slice(level - 1)
}

declare module './topics.ts' {
  interface LegalTopics extends ReadTopics<typeof rankTopics> {}
}
