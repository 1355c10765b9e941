import { addMonths, dateInVietnam } from '@dacsan/vietnam'
import type { PlainDate } from '@dacsan/vietnam'
import { firstRoundDay } from '../appraisal/index.ts'
import { groupRegister, matchRegister, unknownPlaces } from '../catalogue/index.ts'
import type { RegisterRow } from '../catalogue/index.ts'
import type { RegisterProblem } from '../catalogue/rules.ts'
import type { Ctx, ReadDb } from '../context.ts'
import { versionsOf } from '../law/index.ts'
import { selectOnFile } from './imported-certificate.store.ts'
import { selectNumbersUsed } from './decision.store.ts'
import { dayOf, examineTimes, foundOf, numberKey } from './rules/import.ts'
import type { Difference, Doubt, Finding } from './rules.ts'

export type ExaminedRow = { row: number; finding: Finding; doubts: Doubt[]; differences: Difference[] }

/** What each row of a register would do to what is on file, and why somebody should doubt it; in a few statements for all of them. */
export async function examineRegister(
  { db, now }: { db: ReadDb; now: Ctx['now'] },
  rows: readonly RegisterRow[],
): Promise<{ rows: ExaminedRow[]; problems: RegisterProblem[] }> {
  const today = dateInVietnam(now)
  const validity = (await versionsOf(db, 'certificate.validity-months')).toSorted((a, b) => b.effectiveFrom.localeCompare(a.effectiveFrom))
  const monthsOn = (day: PlainDate): number | undefined => validity.find(({ effectiveFrom }) => effectiveFrom <= day)?.value
  const { producers } = groupRegister(rows)
  const months = monthsOn(today)
  const problems = [
    ...(await unknownPlaces(db, producers)),
    ...(months === undefined ? [] : rows.flatMap((row) => examineTimes(row, { today, months }))),
  ]
  const matched = await matchRegister(db, producers)
  const onFile = Map.groupBy(
    await selectOnFile(
      db,
      matched.flatMap(({ products }) => products.flatMap(({ known }) => known?.id ?? [])),
    ),
    ({ productId }) => productId,
  )
  const used = await selectNumbersUsed(db)
  const yearsOf = Map.groupBy(used, ({ number }) => numberKey(number))
  const first = await firstRoundDay(db)

  const examined = matched.flatMap(({ onPlatform, products }) =>
    products.flatMap(({ product, known, near }) => {
      const held = known ? (onFile.get(known.id) ?? []) : []
      return product.recognitions.map((recognition): ExaminedRow => {
        const { row, stars, decisionNumber: number, validUntil } = recognition
        const found = stars === null ? foundWithoutRank(known !== undefined) : foundOf({ ...recognition, stars }, held)
        if (found.finding === 'known') return { row, finding: 'known', doubts: [], differences: [] }
        const day = dayOf(recognition)
        const year = day && Number(day.slice(0, 4))
        const allowed = day === null ? undefined : monthsOn(day)
        const latest = allowed === undefined ? null : addMonths(day!, allowed)
        const withdrawn = held.find(({ status }) => status === 'withdrawn')
        const doubts: (Doubt | false | null | undefined)[] = [
          number !== null &&
            (yearsOf.get(numberKey(number)) ?? []).some((other) => year === null || other.year === year) && { code: 'number-used', number },
          onPlatform && { code: 'producer-on-platform', name: onPlatform.name },
          near && { code: 'product-near', name: near.name },
          first !== null && day !== null && day >= first && { code: 'after-first-round', first },
          latest !== null && validUntil !== null && validUntil > latest && { code: 'past-the-law', months: allowed!, latest },
          withdrawn && { code: 'was-withdrawn', on: withdrawn.withdrawnOn! },
        ]
        return { row, finding: found.finding, doubts: doubts.filter((doubt) => !!doubt), differences: found.differences }
      })
    }),
  )
  return { rows: examined, problems }
}

/** A result that waits for the ministry, or whose rank no source gives, makes no certificate: it counts only for a product that is new. */
const foundWithoutRank = (isKnown: boolean) => ({ finding: isKnown ? ('known' as const) : ('new' as const), differences: [] })
