import type { Actor, OrganisationId, Person, Role, UserId } from '../identity/rules.ts'
import { actorId, communesOf, hasRole, organisationsOf } from '../identity/rules.ts'
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
  /** Those that somebody writes for their producers now, drafts included. */
  proxyId: UserId | null
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
    proxyId: hasRole(actor, 'commune-officer') ? actorId(actor) : null,
    admitted,
  }
}

export type DossierFacts = {
  id: DossierId
  submittedAt: Date | null
  commune: { code: string }
  producer: { organisationId: OrganisationId | null }
  proxy: { userId: UserId } | null
}

export function mayRead(reader: Reader, dossier: DossierFacts): boolean {
  const scope = readScope(reader)
  const filed = dossier.submittedAt !== null
  return (
    scope.all ||
    writesFor(reader.actor, dossier) ||
    (filed && (scope.everyFiled || scope.communeCodes.includes(dossier.commune.code) || scope.admitted.includes(dossier.id)))
  )
}

/** Whether somebody works for the producer of a dossier or paper. */
export function worksForProducer(actor: Actor, dossier: Pick<DossierFacts, 'producer'>): boolean {
  const { organisationId } = dossier.producer
  return organisationId !== null && readScope({ actor }).organisationIds.includes(organisationId)
}

/** Whether somebody writes this dossier for its producer now (nộp hộ). */
export function isProxy(actor: Actor, { proxy, commune }: Pick<DossierFacts, 'proxy' | 'commune'>): boolean {
  const { proxyId, communeCodes } = readScope({ actor })
  return proxy !== null && proxyId === proxy.userId && communeCodes.includes(commune.code)
}

/** Whether somebody writes this dossier: works for its producer, or does it in its place. */
export const writesFor = (actor: Actor, dossier: DossierFacts): boolean => worksForProducer(actor, dossier) || isProxy(actor, dossier)

/** The name of the producer where somebody does something in its place; both names stand in the record. */
export const forWhom = (actor: Actor, dossier: DossierFacts & { producer: { name: string } }): string | null =>
  !worksForProducer(actor, dossier) && isProxy(actor, dossier) ? dossier.producer.name : null

/** Whether somebody wrote this dossier at any time: whoever did checks, proposes and receives nothing of it. */
export const everWrote = (actor: Actor, { proxyIds }: { proxyIds: readonly UserId[] }): boolean => {
  const userId = actorId(actor)
  return userId !== null && proxyIds.includes(userId)
}

/** The office of an officer in a commune, as the record calls it. */
export const officeIn = ({ memberships }: Person, communeCode: string | null): string =>
  memberships.find((one) => one.role === 'commune-officer' && one.communeCode === communeCode)?.organisationName ?? ''
