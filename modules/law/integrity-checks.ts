import { dateInVietnam } from '@dacsan/vietnam'
import type { Room } from '../room.ts'
import { listRules } from './rule-on.ts'
import { lastDayWithinReach } from './rules/proposals.ts'
import { judgeValue } from './topics.ts'
import { integrityCheckNames } from './words/integrity-checks.ts'

/** A row is written only by `confirmProposal`, which asks all of this: what fails here came another way, or before there were bounds. */
export const lawIntegrityChecks: Room['integrityChecks'] = {
  'legal-values': {
    says: integrityCheckNames['legal-values'],
    check: async ({ db }) => {
      const farthest = lastDayWithinReach(dateInVietnam(new Date()))
      const rows = (await listRules(db)).filter(({ takenBackAt }) => takenBackAt === null)
      const faults = rows.flatMap(({ id, topic, value, effectiveFrom }) => {
        const judged = judgeValue(topic, value)
        if (!judged.usable) return [`${id}: ${judged.says ?? 'another shape'}`]
        return effectiveFrom > farthest ? [`${id}: begins after ${farthest}`] : []
      })
      return { checked: rows.length, faults }
    },
  },
}
