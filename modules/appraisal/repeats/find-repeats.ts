import { NotFound, mayOf } from '@dacsan/decisions'
import type { May } from '@dacsan/decisions'
import type { Criterion } from '@dacsan/scorecard'
import type { Ctx, ReadDb } from '../../context.ts'
import type { DossierId } from '../../dossiers/rules.ts'
import { grantsOf } from '../../identity/index.ts'
import { criteriaSet } from '../../law/index.ts'
import { tiesOfSession } from '../policy.ts'
import { sensoryCriteria, sessionActs } from '../rules.ts'
import type { SheetLine } from '../rules.ts'
import type { RepeatSampleId, SessionId } from '../rules/ids.ts'
import { openSessionAs } from '../sessions/open-session-as.ts'
import { mayInSession } from '../sessions/session-overview.ts'
import { selectSessionDossiers } from '../sessions/session.store.ts'
import type { Session } from '../sessions/session.store.ts'
import { selectRepeatSheets, selectSamples, selectScoredBefore } from './repeat.store.ts'

/** `heldOn`: the day of the earlier session; null for what lies on this table. */
export type OfferedRepeat = {
  dossierId: DossierId
  firstSessionId: SessionId
  heldOn: string | null
  productName: string
  criteriaDecision: string
  setCode: string
}

/** Each product that can be put before the council again: of this table first, then of its earlier sessions. */
export async function offeredRepeats(db: ReadDb, sessionId: SessionId): Promise<OfferedRepeat[]> {
  const onTable = (await selectSessionDossiers(db, sessionId)).map(({ dossierId, productName, criteriaDecision, setCode }) => ({
    dossierId,
    firstSessionId: sessionId,
    heldOn: null,
    productName,
    criteriaDecision,
    setCode,
  }))
  const before = (await selectScoredBefore(db, sessionId)).map(({ sessionId: firstSessionId, ...row }) => ({ ...row, firstSessionId }))
  const offered = new Map<DossierId, OfferedRepeat>()
  for (const row of [...onTable, ...before]) {
    const isOffered = sensoryCriteria(criteriaSet(row.criteriaDecision, row.setCode)).length > 0
    if (isOffered && !offered.has(row.dossierId)) offered.set(row.dossierId, row)
  }
  return [...offered.values()]
}

export type SessionRepeats = {
  samples: { id: RepeatSampleId; code: string; productName: string; handedIn: number; mayTakeOut: boolean }[]
  offered: Pick<OfferedRepeat, 'dossierId' | 'productName' | 'heldOn'>[]
  may: May<typeof sessionActs>
}

/** Which product stands under which code, while the session runs: for its secretary, and for nobody else. */
export async function sessionRepeats(ctx: Ctx, sessionId: SessionId): Promise<SessionRepeats> {
  const { session, role } = await openSessionAs(ctx, sessionId, 'secretary')
  const sheets = await selectRepeatSheets(ctx.db, sessionId)
  const may = mayInSession(session, grantsOf(ctx.actor, tiesOfSession(role)))
  const samples = await selectSamples(ctx.db, sessionId)
  return {
    samples: samples.map(({ id, code, productName }) => {
      const handedIn = sheets.filter(({ sampleId }) => sampleId === id).length
      return { id, code, productName, handedIn, mayTakeOut: may['take-out-repeat'] === true && handedIn === 0 }
    }),
    offered: (await offeredRepeats(ctx.db, sessionId))
      .filter(({ dossierId }) => !samples.some((sample) => sample.dossierId === dossierId))
      .map(({ dossierId, productName, heldOn }) => ({ dossierId, productName, heldOn })),
    may,
  }
}

export type MemberSample = { id: RepeatSampleId; code: string; setName: string; isOpen: boolean; isHandedIn: boolean }

/** The samples that a member scores by their code: whose they are, nobody tells them before the close. */
export async function memberSamples(ctx: Ctx, sessionId: SessionId): Promise<MemberSample[]> {
  const { session, memberId, role } = await openSessionAs(ctx, sessionId, 'member', 'chair')
  const sheets = await selectRepeatSheets(ctx.db, sessionId)
  const may = mayOf(sessionActs, session.status, grantsOf(ctx.actor, tiesOfSession(role)))
  return (await selectSamples(ctx.db, sessionId)).map(({ id, code, criteriaDecision, setCode }) => ({
    id,
    code,
    setName: criteriaSet(criteriaDecision, setCode).name,
    isOpen: may['score-repeat'] === true,
    isHandedIn: sheets.some((sheet) => sheet.sampleId === id && sheet.memberId === memberId),
  }))
}

export type SampleSheet = MemberSample & {
  session: Pick<Session, 'id' | 'heldOn' | 'manner' | 'answerUntil'>
  criteria: Pick<Criterion, 'code' | 'name' | 'hint' | 'options'>[]
  /** What the member gave, once handed in. */
  lines: SheetLine[]
}

/** The actor's own sheet of one sample. */
export async function findSample(
  ctx: Ctx,
  { sessionId, sampleId }: { sessionId: SessionId; sampleId: RepeatSampleId },
): Promise<SampleSheet> {
  const { session, memberId } = await openSessionAs(ctx, sessionId, 'member', 'chair')
  const own = (await memberSamples(ctx, sessionId)).find(({ id }) => id === sampleId)
  const sample = (await selectSamples(ctx.db, sessionId)).find(({ id }) => id === sampleId)
  if (!own || !sample) throw new NotFound('No such sample', { sessionId, sampleId })
  const sheets = await selectRepeatSheets(ctx.db, sessionId)
  return {
    ...own,
    session: { id: session.id, heldOn: session.heldOn, manner: session.manner, answerUntil: session.answerUntil },
    criteria: sensoryCriteria(criteriaSet(sample.criteriaDecision, sample.setCode)).map(({ code, name, hint, options }) => ({
      code,
      name,
      ...(hint === undefined ? {} : { hint }),
      options,
    })),
    lines: sheets.find((sheet) => sheet.sampleId === sampleId && sheet.memberId === memberId)?.lines ?? [],
  }
}
