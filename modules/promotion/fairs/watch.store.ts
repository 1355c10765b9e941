import type { PlainDate } from '@dacsan/vietnam'
import { addDays } from '@dacsan/vietnam'
import type { ReadDb } from '../../context.ts'
import { ruleOn } from '../../law/index.ts'
import { applications } from './application.store.ts'
import type { StoredApplication } from './application.store.ts'
import { fairs } from './fair.store.ts'
import type { StoredFair } from './fair.store.ts'

const most = 500
type Between = { now: Date; before: Date }

/** Applications that lack something, and whose call ends before this moment. */
export const selectIncomplete = (db: ReadDb, { now, before }: Between): Promise<StoredApplication[]> =>
  applications(db)
    .innerJoin('fair', 'fair.id', 'fair_application.fair_id')
    .where('fair.status', '=', 'open')
    .where('fair_application.status', '=', 'open')
    .where('complete_at', 'is', null)
    .where('fair.apply_by', '>', now)
    .where('fair.apply_by', '<=', before)
    .orderBy('fair_application.id')
    .limit(most)
    .execute()

/** Stands that are given, and go on before this moment unless somebody confirms. */
export const selectToConfirm = (db: ReadDb, { now, before }: Between): Promise<StoredApplication[]> =>
  applications(db)
    .where('fair_application.status', '=', 'allotted')
    .where('fair_application.confirm_by', '>', now)
    .where('fair_application.confirm_by', '<=', before)
    .orderBy('fair_application.id')
    .limit(most)
    .execute()

/** Fairs that ended and were not reported. */
export const selectToReport = (db: ReadDb): Promise<StoredFair[]> =>
  fairs(db).where('status', '=', 'ended').orderBy('closes_on').orderBy('id').limit(most).execute()

/** How long after the last day of its results nobody is asked any more. */
const daysToAsk = 60

/** Stands that nobody said the result of, of the days that have come. */
export async function selectWithoutResult(db: ReadDb, today: PlainDate): Promise<{ one: StoredApplication; days: number }[]> {
  const ended = await fairs(db)
    .where('status', 'in', ['ended', 'reported'])
    .where('closes_on', '>=', addDays(today, -1000))
    .orderBy('closes_on')
    .orderBy('id')
    .limit(most)
    .execute()
  const found: { one: StoredApplication; days: number }[] = []
  for (const fair of ended) {
    const { value } = await ruleOn(db, 'fair.result-days', fair.opensOn)
    const come = value.filter((days) => addDays(fair.closesOn, days) <= today && today <= addDays(fair.closesOn, days + daysToAsk))
    if (come.length === 0) continue
    const [held, said] = await Promise.all([
      applications(db)
        .where('fair_application.fair_id', '=', fair.id)
        .where('fair_application.status', '=', 'confirmed')
        .orderBy('fair_application.id')
        .execute(),
      db
        .selectFrom('fair_result as result')
        .innerJoin('fair_application as application', 'application.id', 'result.application_id')
        .where('application.fair_id', '=', fair.id)
        .select(['application_id as applicationId', 'after_days as days'])
        .execute(),
    ])
    for (const one of held)
      for (const days of come)
        if (!said.some((result) => result.applicationId === one.id && result.days === days)) found.push({ one, days })
  }
  return found
}
