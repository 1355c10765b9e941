import { inTransaction } from '@dacsan/platform/context'
import { newId } from '@dacsan/platform/ids'
import { addDays, dateInVietnam } from '@dacsan/vietnam'
import type { Kysely } from 'kysely'
import type { Ctx, Tx } from '../../context.ts'
import type { DB as Tables } from '../../database.tables.ts'
import { record, requireAct, system } from '../../identity/index.ts'
import { ruleOn } from '../../law/index.ts'
import { newCaseCode } from '../case-code.ts'
import { insertDoubt } from '../doubt.store.ts'
import { selectLot } from '../lot.store.ts'
import { doubtActs, isGuessing, judgeUnit } from '../rules.ts'
import type { CaseReason, ScannedUnit } from '../rules.ts'
import type { LotId } from '../rules/ids.ts'
import { sayCase } from '../words/units-scanned.ts'
import { goodsOfUnit } from './find-unit.ts'
import type { Looking } from './find-unit.ts'
import { deviceHash } from './serial-keys.ts'
import { addGuess, countGuesses, selectSightings, upsertSighting } from './unit.store.ts'

type Noting = { db: Kysely<Tables>; now: Date }
const scans = system('scans')

/** Somebody looked at the label of a unit: remembered, and a case for the office where it speaks against the label. */
export async function noteUnitScan(
  { db, now }: Noting,
  { lotId, unit }: { lotId: LotId; unit: ScannedUnit },
  looking: Looking,
): Promise<void> {
  const device = await deviceHash(db, looking)
  await inTransaction({ db }, async (tx) => {
    await upsertSighting(tx, { lotId, unit: unit.index, device, at: now, place: looking.place })
    const { value: limits } = await ruleOn(tx, 'label.scan-doubt', dateInVietnam(now))
    const [sightings, goods] = await Promise.all([selectSightings(tx, lotId, unit.index), goodsOfUnit(tx, lotId, unit)])
    const { isCase, findings } = judgeUnit({ state: unit.state, sightings, goods }, limits)
    const [gravest] = findings
    if (isCase && gravest) await openCase(tx, { actor: scans, now }, { lotId, reason: gravest, serial: unit.serial })
  })
}

/** Somebody asked for a number that nobody gave out, under the code of a lot. */
export async function noteGuess({ db, now }: Noting, lotId: LotId): Promise<void> {
  const today = dateInVietnam(now)
  await inTransaction({ db }, async (tx) => {
    await addGuess(tx, lotId, today)
    const { value: limits } = await ruleOn(tx, 'label.scan-doubt', today)
    if (isGuessing(await countGuesses(tx, lotId, addDays(today, 1 - limits.guesses.days)), limits))
      await openCase(tx, { actor: scans, now }, { lotId, reason: 'guessed', serial: null })
  })
}

/** Once for a unit and a reason, and once for a lot whose numbers are tried: what goes on says nothing new. */
export async function openCase(
  tx: Tx,
  ctx: Pick<Ctx, 'actor' | 'now'>,
  { lotId, reason, serial }: { lotId: LotId; reason: CaseReason; serial: string | null },
): Promise<void> {
  requireAct(ctx.actor, doubtActs.notice)
  const lot = await selectLot(tx, lotId)
  if (!lot) return
  const [id, caseCode] = [newId('dbt'), newCaseCode()]
  const subject = { lotId, productId: lot.product.id }
  const code = serial === null ? lot.traceCode : `/t/${lot.traceCode}/${serial}`
  const requestKey = ['scans', lotId, serial ?? '', reason].join(' ')
  const isNew = await insertDoubt(tx, {
    ...subject,
    id,
    caseCode,
    code,
    text: sayCase(reason, serial),
    place: null,
    contact: null,
    requestKey,
    at: ctx.now,
  })
  if (isNew) await record(tx, ctx, doubtActs.notice, { subjectId: id, payload: { caseCode, ...subject, reason } })
}
