import { dateInVietnam } from '@dacsan/vietnam'
import { hasRole } from '../identity/rules.ts'
import { lineOf } from '../waiting.ts'
import type { WaitingOf } from '../waiting.ts'
import { seatRoles } from './rules.ts'
import {
  selectAppealsToAnswer,
  selectOwnReports,
  selectSheetsToHandIn,
  selectTestsToBring,
  selectTiesToJudge,
  selectToAssign,
  selectToCheck,
  selectToConvene,
  selectToRead,
  selectToRun,
} from './waiting.store.ts'
import { waitingWords as says } from './words/waiting.ts'

const desks = {
  dossiers: '/van-phong/ho-so',
  appraisals: '/van-phong/tham-dinh',
  council: '/van-phong/hoi-dong',
  appeals: '/van-phong/khieu-nai',
}
const appraisal = (id: string) => `${desks.appraisals}/${id}`
const ownTests = (id: string) => `${desks.dossiers}/${id}/kiem-nghiem`
const session = (id: string) => `${desks.council}/${id}`

const scoringRoles = [...new Set([...seatRoles.chair, ...seatRoles['vice-chair'], ...seatRoles.member])]

/** At the province: what the office checks and hands on, what advisers write, what a council reads, scores and runs. */
export const appraisalWaiting: WaitingOf = async (ctx) => {
  const { db, actor, now } = ctx
  if (actor.kind !== 'person') return []
  const { userId } = actor
  const today = dateInVietnam(now)
  const organisationIds = actor.memberships.filter(({ role }) => role === 'producer').map(({ organisationId }) => organisationId)
  const lines = await Promise.all([
    ...(hasRole(actor, 'provincial-officer')
      ? [
          selectToCheck(db).then((pile) =>
            lineOf(pile, { kind: 'to-check', says: says.toCheck, path: desks.appraisals, pathOf: appraisal }),
          ),
          selectToAssign(db).then((pile) =>
            lineOf(pile, { kind: 'to-assign', says: says.toAssign, path: desks.appraisals, pathOf: appraisal }),
          ),
          selectAppealsToAnswer(db).then((pile) =>
            lineOf(pile, { kind: 'appeals', says: says.appeals, path: desks.appeals, pathOf: (id) => `${desks.appeals}/${id}` }),
          ),
          selectToConvene(db).then((pile) => lineOf(pile, { kind: 'to-convene', says: says.toConvene, path: desks.council })),
        ]
      : []),
    ...(organisationIds.length > 0
      ? [
          selectTestsToBring(db, { organisationIds }).then((pile) =>
            lineOf(pile, { kind: 'tests-to-bring', says: says.testsToBring, path: desks.dossiers, pathOf: ownTests }),
          ),
        ]
      : []),
    ...(hasRole(actor, 'advisory-member', 'provincial-officer')
      ? [
          selectOwnReports(db, { userId }).then((pile) =>
            lineOf(pile, { kind: 'own-reports', says: says.ownReports, path: desks.appraisals, pathOf: appraisal }),
          ),
        ]
      : []),
    ...(hasRole(actor, ...scoringRoles)
      ? [
          selectSheetsToHandIn(db, { userId }).then((pile) =>
            lineOf(pile, { kind: 'sheets', says: says.sheets, path: desks.council, pathOf: session }),
          ),
          selectToRead(db, { userId }).then((pile) =>
            lineOf(pile, { kind: 'to-read', says: says.toRead, path: desks.council, pathOf: session }),
          ),
        ]
      : []),
    ...(hasRole(actor, ...seatRoles.secretary)
      ? [
          selectTiesToJudge(db, { userId }).then((pile) =>
            lineOf(pile, { kind: 'ties', says: says.ties, path: desks.council, pathOf: session }),
          ),
          selectToRun(db, { userId, today }).then((pile) =>
            lineOf(pile, { kind: 'to-run', says: says.toRun, path: desks.council, pathOf: session }),
          ),
        ]
      : []),
  ])
  return lines.flat()
}
