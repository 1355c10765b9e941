import type { Actor, OrganisationId, Role } from '../identity/rules.ts'
import { communesOf, hasRole, organisationsOf } from '../identity/rules.ts'
import type { DossierId } from './rules/ids.ts'

/** Which dossiers someone may read. Lists and single reads take it from here, so that they cannot differ. */
export type ReadScope = {
  all: boolean
  /** Own dossiers, drafts included. */
  organisationIds: OrganisationId[]
  /** Dossiers filed in these communes. */
  communeCodes: string[]
  /** Every dossier that was ever filed. */
  everyFiled: boolean
  /** Filed dossiers that a room above found this reader may read, each by itself. */
  admitted: readonly DossierId[]
}

/**
 * Whoever asks, and the dossiers that a room above has found they may read (`admitReader` of appraisal: an adviser's own, those on the table of a
 * secretary's session, none with a conflict). No role of the appraisal opens a dossier by itself.
 */
export type Reader = { actor: Actor; admitted?: readonly DossierId[] }

const watchers: readonly Role[] = ['provincial-officer', 'leader']

export function readScope({ actor, admitted = [] }: Reader): ReadScope {
  return {
    all: actor.kind === 'system',
    organisationIds: organisationsOf(actor, 'producer'),
    communeCodes: communesOf(actor, 'commune-officer'),
    everyFiled: hasRole(actor, ...watchers),
    admitted,
  }
}

export type DossierFacts = {
  id: DossierId
  submittedAt: Date | null
  commune: { code: string }
  producer: { organisationId: OrganisationId | null }
}

export function mayRead(reader: Reader, dossier: DossierFacts): boolean {
  const scope = readScope(reader)
  const filed = dossier.submittedAt !== null
  return (
    scope.all ||
    worksForProducer(reader.actor, dossier) ||
    (filed && (scope.everyFiled || scope.communeCodes.includes(dossier.commune.code) || scope.admitted.includes(dossier.id)))
  )
}

/** Whether somebody works for the producer of a dossier or paper. */
export function worksForProducer(actor: Actor, dossier: Pick<DossierFacts, 'producer'>): boolean {
  const { organisationId } = dossier.producer
  return organisationId !== null && readScope({ actor }).organisationIds.includes(organisationId)
}
