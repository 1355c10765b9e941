import { listFailedDeliveries as listFailed } from '@dacsan/platform/jobs'
import type { FailedDelivery } from '@dacsan/platform/jobs'
import { dateInVietnam } from '@dacsan/vietnam'
import type { Ctx } from '../context.ts'
import type { DB as Tables } from '../database.tables.ts'
import type { List } from '../list.ts'
import { requireRole } from './actor.ts'
import { findOrganisations, organisationFilter, organisationShows } from './list-organisations.ts'
import type { OrganisationRow } from './list-organisations.ts'
import { accountsListed, auditListed, securityListed } from './lists.store.ts'
import type { ListedAccount, ListedAudit, ListedSecurity } from './lists.store.ts'
import {
  accountFields,
  accountsPage,
  auditTrailPage,
  failedEventsPage,
  organisationKindNames,
  organisationsPage,
  roleNames,
  securityLogPage,
  securityOutcomeNames,
  securityWhatNames,
} from './words.ts'

export const accountList: List<ListedAccount> = {
  name: 'tai-khoan',
  path: '/van-phong/quan-tri/tai-khoan',
  title: accountsPage.title,
  searchLabel: accountsPage.search,
  columns: [
    { key: 'name', label: accountFields.name, kind: 'text', always: true },
    { key: 'email', label: accountsPage.email, kind: 'text' },
    { key: 'phone', label: accountsPage.phone, kind: 'text' },
    { key: 'roles', label: accountsPage.rolesHeld, kind: 'text' },
    { key: 'organisations', label: accountsPage.organisation, kind: 'text' },
    { key: 'secondFactor', label: accountsPage.secondFactor, kind: 'choice', choices: accountsPage.secondFactorStates },
    { key: 'createdAt', label: accountsPage.openedAt, kind: 'moment', onlyInFile: true },
  ],
  searched: ['name', 'email'],
  codes: ['phone'],
  filters: [
    {
      name: 'role',
      label: accountsPage.rolesHeld,
      column: 'roleCodes',
      kind: 'choice',
      choices: roleNames,
      any: accountsPage.anyRole,
      holds: true,
    },
    {
      name: 'factor',
      label: accountsPage.secondFactor,
      column: 'secondFactor',
      kind: 'choice',
      choices: accountsPage.secondFactorStates,
      any: accountsPage.anyState,
    },
  ],
  first: ['name'],
  source: async (ctx: Ctx) => {
    requireRole(ctx.actor, 'administrator')
    return { statement: accountsListed(ctx.db, dateInVietnam(ctx.now), roleNames) }
  },
}

type ListedOrganisation = OrganisationRow & { shows: string[]; place: string }

// A place is found by every name that it ever had, which stands in the facts of the province and not in the database: all some hundreds are read.
export const organisationList: List<ListedOrganisation> = {
  name: 'to-chuc',
  path: '/van-phong/quan-tri/to-chuc',
  title: organisationsPage.title,
  searchLabel: organisationsPage.search,
  columns: [
    { key: 'code', label: organisationsPage.code, kind: 'text' },
    { key: 'name', label: organisationsPage.name, kind: 'text' },
    { key: 'kind', label: organisationsPage.kind, kind: 'choice', choices: organisationKindNames },
    { key: 'communeCode', label: organisationsPage.communeCode, kind: 'text', onlyInFile: true },
    { key: 'commune', label: organisationsPage.commune, kind: 'text' },
    { key: 'parent', label: organisationsPage.parent, kind: 'text' },
    { key: 'people', label: organisationsPage.people, kind: 'number' },
    { key: 'mergedInto', label: organisationsPage.into, kind: 'text', onlyInFile: true },
  ],
  searched: ['name'],
  findsItself: true,
  filters: [
    {
      name: 'kind',
      label: organisationsPage.kind,
      column: 'kind',
      kind: 'choice',
      choices: organisationKindNames,
      any: organisationsPage.anyKind,
    },
    {
      name: 'show',
      label: organisationsPage.show,
      column: 'shows',
      kind: 'choice',
      choices: organisationsPage.shows,
      any: organisationsPage.all,
      initial: 'active',
      holds: true,
    },
  ],
  // What is called so itself stands before what lies where something was called so.
  first: ['place'],
  source: async (ctx: Ctx, { q = '' }) => {
    const [active, nobody, merged] = organisationShows
    const filter = organisationFilter.parse({ q })
    const inUse = await findOrganisations(ctx, { ...filter, show: active })
    const gone = await findOrganisations(ctx, { ...filter, show: merged })
    return {
      rows: [
        ...inUse.map((row) => ({ ...row, shows: row.people === 0 ? [active, nobody] : [active] })),
        ...gone.map((row) => ({ ...row, shows: [merged] })),
      ].map((row, at) => ({ ...row, place: String(at).padStart(6, '0') })),
    }
  },
}

export const auditList: List<ListedAudit> = {
  name: 'nhat-ky',
  path: '/van-phong/quan-tri/nhat-ky',
  title: auditTrailPage.title,
  searchLabel: auditTrailPage.search,
  columns: [
    { key: 'seq', label: auditTrailPage.seq, kind: 'number', always: true },
    { key: 'at', label: auditTrailPage.at, kind: 'moment', always: true },
    { key: 'actorId', label: auditTrailPage.actorId, kind: 'text', onlyInFile: true },
    { key: 'actorName', label: auditTrailPage.actor, kind: 'text' },
    { key: 'action', label: auditTrailPage.action, kind: 'text' },
    { key: 'subjectType', label: auditTrailPage.subjectType, kind: 'text' },
    { key: 'subjectId', label: auditTrailPage.subjectId, kind: 'text', onlyInFile: true },
    { key: 'detail', label: auditTrailPage.detail, kind: 'text' },
  ],
  searched: ['actorName', 'action'],
  codes: ['subjectId', 'actorId'],
  filters: [
    { name: 'from', label: auditTrailPage.from, column: 'at', kind: 'from' },
    { name: 'to', label: auditTrailPage.to, column: 'at', kind: 'to' },
    { name: 'subjectType', label: auditTrailPage.subjectType, column: 'subjectType', kind: 'exact' },
    { name: 'subjectId', label: auditTrailPage.subjectId, column: 'subjectId', kind: 'exact' },
  ],
  first: ['-seq'],
  perPage: 15,
  source: async (ctx: Ctx) => {
    requireRole(ctx.actor, 'administrator')
    return { statement: auditListed(ctx.db) }
  },
}

export const securityList: List<ListedSecurity> = {
  name: 'nhat-ky-an-ninh',
  path: '/van-phong/quan-tri/an-ninh',
  title: securityLogPage.title,
  searchLabel: securityLogPage.search,
  columns: [
    { key: 'number', label: securityLogPage.number, kind: 'number', onlyInFile: true, always: true },
    { key: 'at', label: securityLogPage.at, kind: 'moment', always: true },
    { key: 'actorName', label: securityLogPage.who, kind: 'text' },
    { key: 'actorId', label: securityLogPage.actorId, kind: 'text', onlyInFile: true },
    { key: 'seatNames', label: securityLogPage.seats, kind: 'text', onlyInFile: true },
    { key: 'tried', label: securityLogPage.tried, kind: 'text', onlyInFile: true },
    { key: 'what', label: securityLogPage.what, kind: 'choice', choices: securityWhatNames },
    { key: 'outcome', label: securityLogPage.outcome, kind: 'choice', choices: securityOutcomeNames, onlyInFile: true },
    { key: 'reason', label: securityLogPage.reason, kind: 'text', onlyInFile: true },
    { key: 'objectType', label: securityLogPage.object, kind: 'text' },
    { key: 'objectId', label: securityLogPage.filterObject, kind: 'text', onlyInFile: true },
    { key: 'action', label: securityLogPage.action, kind: 'text', onlyInFile: true },
    { key: 'address', label: securityLogPage.from, kind: 'text' },
    { key: 'requestId', label: securityLogPage.filterRequest, kind: 'text', onlyInFile: true },
    { key: 'times', label: securityLogPage.timesCount, kind: 'number', onlyInFile: true },
  ],
  searched: ['actorName', 'address'],
  codes: ['objectId', 'requestId'],
  filters: [
    {
      name: 'what',
      label: securityLogPage.filterWhat,
      column: 'what',
      kind: 'choice',
      choices: securityWhatNames,
      any: securityLogPage.any,
    },
    {
      name: 'outcome',
      label: securityLogPage.filterOutcome,
      column: 'outcome',
      kind: 'choice',
      choices: securityOutcomeNames,
      any: securityLogPage.any,
    },
    { name: 'from', label: securityLogPage.fromDay, column: 'at', kind: 'from' },
    { name: 'to', label: securityLogPage.toDay, column: 'at', kind: 'to' },
    { name: 'address', label: securityLogPage.filterAddress, column: 'address', kind: 'exact' },
    { name: 'objectId', label: securityLogPage.filterObject, column: 'objectId', kind: 'exact' },
    { name: 'requestId', label: securityLogPage.filterRequest, column: 'requestId', kind: 'exact' },
  ],
  first: ['-number'],
  perPage: 15,
  source: async (ctx: Ctx) => {
    requireRole(ctx.actor, 'administrator')
    return { statement: securityListed(ctx.db, roleNames) }
  },
}

export const failedEventList: List<FailedDelivery & { id: string }> = {
  name: 'su-kien-chua-xu-ly',
  path: '/van-phong/quan-tri/su-kien',
  title: failedEventsPage.title,
  columns: [
    { key: 'type', label: failedEventsPage.event, kind: 'text' },
    { key: 'happenedAt', label: failedEventsPage.happenedAt, kind: 'moment' },
    { key: 'subscriber', label: failedEventsPage.subscriber, kind: 'text' },
    { key: 'reason', label: failedEventsPage.reason, kind: 'text' },
    { key: 'attempts', label: failedEventsPage.attempts, kind: 'number' },
    { key: 'nextTryAt', label: failedEventsPage.nextTry, kind: 'moment' },
  ],
  searched: ['type', 'subscriber', 'reason'],
  first: ['happenedAt'],
  // What failed lies in the queue of the platform, and is little or a fault of its own.
  source: async (ctx: Ctx) => {
    requireRole(ctx.actor, 'administrator')
    return { rows: (await listFailed<Tables>(ctx.db)).map((failed) => ({ ...failed, id: failed.jobId })) }
  },
}
