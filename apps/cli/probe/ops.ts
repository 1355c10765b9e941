import { done, refuse } from '@dacsan/decisions'
import { type Choices, type Score, formatHundredths, scoreSheets } from '@dacsan/scorecard'
import { allocate, dong, dueDay, foldText, isPlainDate, readAmount } from '@dacsan/vietnam'
import { buildVietQr, parseVietQr } from '@dacsan/vietqr'
import { z } from 'zod'
import { bankNumbers, criteriaOf, holidays, readPlace, units } from './data.ts'
import { epcisOperations } from './epcis.ts'
import { gs1Operations } from './gs1.ts'
import { moneyOperations } from './money.ts'
import { type Operation, operation } from './operation.ts'
import { replaySheets } from './sheet-replay.ts'
import { statisticsOperations } from './statistics.ts'
import { transparencyLogOperations } from './transparency-log.ts'

const sheet = z.object({
  member: z.string(),
  // Kept as it came, so that the scorecard itself refuses what is not a whole number or no criterion.
  choices: z.custom<Choices>((value) => typeof value === 'object' && value !== null && !Array.isArray(value), 'an object is expected'),
})

const scoring = z.object({ decision: z.string(), set: z.string(), sheets: z.array(sheet), date: z.string() })

function score({ decision, set: code, sheets, date }: z.output<typeof scoring>) {
  const criteria = criteriaOf(decision)
  if (!criteria) return refuse('unknown-decision', { decision })
  const set = criteria.sets.get(code)
  if (!set) return refuse('unknown-set', { set: code })
  if (!isPlainDate(date)) return refuse('bad-date', { date })
  if (date < criteria.effectiveFrom) return refuse('not-yet-in-force', { effectiveFrom: criteria.effectiveFrom })
  const outcome = scoreSheets(set, criteria.bands, sheets)
  return outcome.ok ? done(showScore(outcome.value)) : outcome
}

function showScore({ total, parts, level, levelByPoints, unmet }: Score) {
  return {
    total: formatHundredths(total),
    parts: Object.fromEntries(Object.entries(parts).map(([code, average]) => [code, formatHundredths(average)])),
    stars: level,
    reachedByPoints: levelByPoints,
    unmet: unmet.map(({ level: star, criterion, required, got }) => ({ star, criterion, required, got: formatHundredths(got) })),
  }
}

const due = z.object({
  from: z.string(),
  workingDays: z.int().min(0),
  pauses: z.array(z.object({ from: z.string(), to: z.string() })).default([]),
})

const transfer = z.object({
  bin: z.string(),
  account: z.string(),
  service: z.enum(['QRIBFTTA', 'QRIBFTTC']),
  amount: z.number().optional(),
  purpose: z.string().optional(),
  initiation: z.enum(['11', '12']).optional(),
})

/** Everything that `bin/dacsan probe` answers, by the name of the operation. */
export const operations: Readonly<Record<string, Operation>> = {
  ...epcisOperations,
  ...gs1Operations,
  ...moneyOperations,
  ...statisticsOperations,
  ...transparencyLogOperations,
  'ocop.score': operation(scoring, score),
  'sheet.replay': replaySheets,
  'unit.map': operation(z.object({ code: z.string(), on: z.string() }), ({ code, on }) => units().map(code, on)),
  'place.parse': operation(z.object({ text: z.string(), on: z.string() }), ({ text, on }) => readPlace(text, on)),
  'date.due': operation(due, ({ from, workingDays, pauses }) => {
    const outcome = dueDay(from, workingDays, pauses, holidays())
    return outcome.ok ? done({ due: outcome.value }) : outcome
  }),
  'money.words': operation(z.object({ amount: z.int().min(0) }), ({ amount }) => done({ text: readAmount(dong(amount)) })),
  'text.fold': operation(z.object({ text: z.string() }), ({ text }) => done({ text: foldText(text) })),
  'vietqr.build': operation(transfer, (input) => {
    const outcome = buildVietQr(input, bankNumbers())
    return outcome.ok ? done({ payload: outcome.value }) : outcome
  }),
  'vietqr.parse': operation(z.object({ payload: z.string() }), ({ payload }) => parseVietQr(payload)),
  'money.allocate': operation(z.object({ total: z.number(), weights: z.array(z.number()) }), ({ total, weights }) => {
    const outcome = allocate(total, weights)
    return outcome.ok ? done({ parts: outcome.value }) : outcome
  }),
}
