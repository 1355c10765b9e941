import { NotFound } from '@dacsan/decisions'
import type { Ctx, ReadDb } from '../../context.ts'
import { findDossier } from '../../dossiers/index.ts'
import type { DossierStatus } from '../../dossiers/index.ts'
import { hasRole } from '../../identity/index.ts'
import { criteriaSet } from '../../law/index.ts'
import { sitDown } from './open-session-as.ts'
import { selectResults } from './result.store.ts'
import type { CouncilResult, CriterionVerdict } from '../rules.ts'
import { selectSession, selectTable } from './session.store.ts'
import type { TabledDossier } from './session.store.ts'

/** What the council found about one dossier: exact, with reasons, without names. */
export type ResultRow = TabledDossier & {
  setName: string
  /** Sum of the points of all sheets; over `sheetCount` it is the exact average. */
  totalPoints: number
  sheetCount: number
  total: string
} & Omit<CouncilResult, 'total'>

/** The results of a closed session in the order of its table; none while it is open. */
export async function listResults(ctx: Ctx, sessionId: string): Promise<ResultRow[]> {
  await sitDown(ctx, sessionId, 'member', 'chair', 'secretary', 'office', 'leader')
  return resultsOf(ctx.db, sessionId)
}

export async function resultsOf(db: ReadDb, sessionId: string): Promise<ResultRow[]> {
  const results = await selectResults(db, { sessionId })
  const table = await selectTable(db, sessionId)
  return table.flatMap((tabled) => {
    const result = results.find((candidate) => candidate.dossierId === tabled.dossierId)
    if (!result) return []
    const { total, ...outcome } = result.outcome
    const { name: setName } = criteriaSet(tabled.criteriaDecision, tabled.setCode)
    return [{ ...tabled, setName, totalPoints: result.totalPoints, sheetCount: result.sheetCount, total: total.text, ...outcome }]
  })
}

/** What a producer reads of its result: averages and reasons; how often which option was chosen would show single sheets. */
export type ProducerResult = Pick<CouncilResult, 'exact' | 'parts' | 'stars' | 'reachedByPoints' | 'unmet'> & {
  dossierId: string
  code: string
  productName: string
  setName: string
  total: string
  heldOn: string
  finding: { kind: 'eliminated'; reason: string } | null
  criteria: Omit<CriterionVerdict, 'marks'>[]
}

/** The council concludes, the decision makes it public: until then its result is the province's own. */
const told: readonly DossierStatus[] = ['awaiting-ministry', 'recognised', 'not-recognised']

/** The producer's own result; null until the decision is recorded. */
export async function findResultForProducer(ctx: Ctx, idOrCode: string): Promise<ProducerResult | null> {
  const dossier = await findDossier(ctx, idOrCode)
  const { actor } = ctx
  const isOwn =
    hasRole(actor, 'producer') &&
    actor.kind === 'person' &&
    actor.memberships.some(({ role, organisationId }) => role === 'producer' && organisationId === dossier.producer.organisationId)
  if (!isOwn) throw new NotFound('no such dossier')
  if (!told.includes(dossier.status)) return null
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
    heldOn: session.heldOn,
    finding: row.finding === 'eliminated' ? { kind: 'eliminated', reason: row.findingReason } : null,
    criteria: row.criteria.map(({ code, name, max, average, comments }) => ({ code, name, max, average, comments })),
  }
}
