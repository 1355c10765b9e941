import type { ReadDb } from '../context.ts'
import { selectRules } from './law.store.ts'
import { declarationOf, declaredTopics, judgeValue } from './topics.ts'

/** A relation between two topics that a value would break: the other topic, and the sentence. */
export type BrokenRelation = { other: string; says: string }

/**
 * What a value would break with the values of other topics that hold on its first day or begin later. Relations are declared on one side and
 * judged from both.
 */
export async function brokenRelation(db: ReadDb, topic: string, value: unknown, from: string): Promise<BrokenRelation | null> {
  for (const { topic: other, says, holds } of declarationOf(topic).relations ?? [])
    for (const theirs of await valuesFrom(db, other, from)) if (!holds(value, theirs)) return { other, says }
  for (const other of declaredTopics())
    for (const { says, holds } of (declarationOf(other).relations ?? []).filter((relation) => relation.topic === topic))
      for (const theirs of await valuesFrom(db, other, from)) if (!holds(theirs, value)) return { other, says }
  return null
}

async function valuesFrom(db: ReadDb, topic: string, from: string): Promise<unknown[]> {
  const usable = (await selectRules(db, topic))
    .filter(({ takenBackAt }) => takenBackAt === null)
    .flatMap(({ effectiveFrom, value }) => {
      const judged = judgeValue(topic, value)
      return judged.usable ? [{ effectiveFrom, value: judged.value }] : []
    })
  // Newest first: all that begin later, and the one that holds on the day.
  const onTheDay = usable.findIndex(({ effectiveFrom }) => effectiveFrom <= from)
  return usable.slice(0, onTheDay === -1 ? undefined : onTheDay + 1).map(({ value }) => value)
}
