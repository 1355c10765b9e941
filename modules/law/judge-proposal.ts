import { done, refuse } from '@dacsan/decisions'
import type { Outcome } from '@dacsan/decisions'
import { dateInVietnam } from '@dacsan/vietnam'
import type { Tx } from '../context.ts'
import type { StoredRule } from './law.store.ts'
import { brokenRelation } from './relations.ts'
import type { SupersessionRefusal } from './rules.ts'
import { decideStart } from './rules/proposals.ts'
import type { Version } from './rules/proposals.ts'
import { declarationOf, judgeValue } from './topics.ts'

/** The rows of a topic as decisions see them. */
export const versionsFor = (rows: readonly StoredRule[]): Version[] =>
  rows.map(({ id, topic, value, effectiveFrom, confirmedAt, takenBackAt }) => ({
    id,
    effectiveFrom,
    confirmedOn: confirmedAt && dateInVietnam(confirmedAt),
    usable: judgeValue(topic, value).usable,
    takenBack: takenBackAt !== null,
  }))

type Proposed = { topic: string; value: unknown; effectiveFrom: string; note: string | null }

/** Everything that a new row must keep, asked when it is proposed and again when it is confirmed: in between the law and the day may have changed. */
export async function judgeProposal(
  tx: Tx,
  { topic, value, effectiveFrom, note }: Proposed,
  facts: { today: string; versions: readonly Version[] },
): Promise<Outcome<{ value: unknown }, SupersessionRefusal>> {
  const judged = judgeValue(topic, value)
  if (!judged.usable) return judged.says === null ? refuse('value-shape', { topic }) : refuse('out-of-bounds', { topic, says: judged.says })
  const start = decideStart({ effectiveFrom, note }, facts)
  if (!start.ok) return start
  const broken = await brokenRelation(tx, topic, judged.value, effectiveFrom)
  if (broken) return refuse('disagrees', { topic, other: declarationOf(broken.other).title, says: broken.says })
  return done({ value: judged.value })
}
