import type { Actor, OrganisationId, Role } from '../identity/rules.ts'
import type { DossierStatus } from './rules.ts'

/** Which dossiers someone may read. Lists and single reads take it from here, so that they cannot differ. */
export type ReadScope = {
  all: boolean
  /** Own dossiers, drafts included. */
  organisationIds: OrganisationId[]
  /** Dossiers filed in these communes. */
  communeCodes: string[]
  /** Every dossier that was ever filed. */
  everyFiled: boolean
  /** Dossiers in these states, wherever they come from. */
  statuses: readonly DossierStatus[]
}

const watchers: readonly Role[] = ['provincial-officer', 'leader']
// Who scores reads a dossier at the table of the session, where conflicts of interest are known, and nowhere else.
const appraisers: readonly Role[] = ['advisory-member', 'council-secretary']
const atAppraisal: readonly DossierStatus[] = ['received', 'appraising', 'scored', 'awaiting-ministry', 'recognised', 'not-recognised']

export function readScope(actor: Actor): ReadScope {
  const memberships = actor.kind === 'person' ? actor.memberships : []
  const has = (roles: readonly Role[]) => memberships.some((membership) => roles.includes(membership.role))
  return {
    all: actor.kind === 'system',
    organisationIds: memberships.filter(({ role }) => role === 'producer').map(({ organisationId }) => organisationId),
    communeCodes: memberships.flatMap(({ role, communeCode }) => (role === 'commune-officer' && communeCode !== null ? [communeCode] : [])),
    everyFiled: has(watchers),
    statuses: has(appraisers) ? atAppraisal : [],
  }
}

export type DossierFacts = {
  status: DossierStatus
  submittedAt: Date | null
  commune: { code: string }
  producer: { organisationId: OrganisationId | null }
}

export function mayRead(actor: Actor, dossier: DossierFacts): boolean {
  const scope = readScope(actor)
  const filed = dossier.submittedAt !== null
  return (
    scope.all ||
    worksForProducer(actor, dossier) ||
    (filed && (scope.everyFiled || scope.communeCodes.includes(dossier.commune.code) || scope.statuses.includes(dossier.status)))
  )
}

/** Whether somebody works for the producer of a dossier or paper. */
export function worksForProducer(actor: Actor, dossier: Pick<DossierFacts, 'producer'>): boolean {
  const { organisationId } = dossier.producer
  return organisationId !== null && readScope(actor).organisationIds.includes(organisationId)
}
