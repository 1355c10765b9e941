import { NotFound } from '@dacsan/decisions'
import type { Ctx, ReadDb } from '../../context.ts'
import { findDossier } from '../../dossiers/index.ts'
import { isResultPublic } from '../../dossiers/rules.ts'
import { hasRole } from '../../identity/index.ts'
import { criteriaSet } from '../../law/index.ts'
import type { SessionId } from '../rules/ids.ts'
import { openSessionAs } from './open-session-as.ts'
import { selectResults } from './result.store.ts'
import type { CouncilResult, CriterionVerdict, Manner } from '../rules.ts'
import { selectSession, selectSessionDossiers } from './session.store.ts'
import type { SessionDossier } from './session.store.ts'
import type { DossierId } from '../../dossiers/rules.ts'

/** What the council found about one dossier: exact, with reasons, without names. */
export type ResultRow = SessionDossier & {
  setName: string
  /** Sum of the points of all sheets; over `sheetCount` it is the exact average. */
  totalPoints: number
  sheetCount: number
  total: string
  /** What an eliminated dossier was eliminated for; null where it was scored. */
  eliminatedFor: string | null
} & Omit<CouncilResult, 'total'>

/** The results of a closed session in the order of its dossiers; none while it is open. */
export async function listResults(ctx: Ctx, sessionId: SessionId): Promise<ResultRow[]> {
  await openSessionAs(ctx, sessionId, 'member', 'chair', 'secretary', 'office', 'leader')
  return resultsOf(ctx.db, sessionId)
}

export async function resultsOf(db: ReadDb, sessionId: SessionId): Promise<ResultRow[]> {
  const results = await selectResults(db, { sessionId })
  const dossiers = await selectSessionDossiers(db, sessionId)
  return dossiers.flatMap((dossier) => {
    const result = results.find((candidate) => candidate.dossierId === dossier.dossierId)
    if (!result) return []
    const { total, ...outcome } = result.outcome
    const { name: setName } = criteriaSet(dossier.criteriaDecision, dossier.setCode)
    const eliminatedFor = dossier.finding === 'eliminated' ? dossier.findingReason : null
    return [
      { ...dossier, setName, eliminatedFor, totalPoints: result.totalPoints, sheetCount: result.sheetCount, total: total.text, ...outcome },
    ]
  })
}

/** What a producer reads of its result: averages and reasons; how often which option was chosen would show single sheets. */
export type ProducerResult = Pick<CouncilResult, 'exact' | 'parts' | 'stars' | 'reachedByPoints' | 'unmet'> & {
  dossierId: DossierId
  code: string
  productName: string
  setName: string
  total: string
  manner: Manner
  heldOn: string
  finding: { kind: 'eliminated'; reason: string } | null
  criteria: Omit<CriterionVerdict, 'marks'>[]
}

/** The producer's own result; null until the decision is recorded. */
export async function findResultForProducer(ctx: Ctx, idOrCode: string): Promise<ProducerResult | null> {
  const dossier = await findDossier(ctx, idOrCode)
  const { actor } = ctx
  const isOwn =
    hasRole(actor, 'producer') &&
    actor.kind === 'person' &&
    actor.memberships.some(({ role, organisationId }) => role === 'producer' && organisationId === dossier.producer.organisationId)
  if (!isOwn) throw new NotFound('No such dossier', { idOrCode })
  if (!isResultPublic(dossier.status)) return null
  const [result] = await selectResults(ctx.db, { dossierId: dossier.id })
  const session = result && (await selectSession(ctx.db, result.sessionId))
  if (!result || !session) return null
  const row = (await resultsOf(ctx.db, session.id)).find((candidate) => candidate.dossierId === dossier.id)!
  return {
    dossierId: dossier.id,
    code: dossier.code,
    productName: row.productName,
    setName: row.setName,
    total: row.total,
    exact: row.exact,
    parts: row.parts,
    stars: row.stars,
    reachedByPoints: row.reachedByPoints,
    unmet: row.unmet,
    manner: session.manner,
    heldOn: session.heldOn,
    finding: row.eliminatedFor === null ? null : { kind: 'eliminated', reason: row.eliminatedFor },
    criteria: row.criteria.map(({ code, name, max, average, comments }) => ({ code, name, max, average, comments })),
  }
}
