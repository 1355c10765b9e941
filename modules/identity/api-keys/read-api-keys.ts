import { NotFound, mayOf } from '@dacsan/decisions'
import type { May } from '@dacsan/decisions'
import { dateInVietnam } from '@dacsan/vietnam'
import type { Ctx } from '../../context.ts'
import type { List } from '../../list.ts'
import { requireRole } from '../actor.ts'
import type { ApiKeyId, OrganisationId } from '../ids.ts'
import { grantsOf } from '../ties.ts'
import { apiKeyScopeNames, apiKeyStatusNames, apiKeysPage } from '../words.ts'
import { apiKeyActs } from './acts.ts'
import { apiKeysListed, selectApiKey, selectApiKeys } from './api-key.store.ts'
import type { ListedApiKey } from './api-key.store.ts'
import { apiKeyStatusOf } from './rules.ts'
import type { ApiKeyScope, ApiKeyStatus } from './rules.ts'

/** A key as administrators see it: everything but the key. */
export type ApiKey = {
  id: ApiKeyId
  label: string
  shown: string
  scopes: readonly ApiKeyScope[]
  status: ApiKeyStatus
  organisationId: OrganisationId
  organisationCode: string
  organisationName: string
  createdAt: Date
  createdByName: string
  expiresOn: string | null
  lastUsedOn: string | null
  revokedAt: Date | null
  revokedByName: string | null
  revokedWhy: string | null
}

export async function findApiKey(ctx: Ctx, keyId: ApiKeyId): Promise<ApiKey & { may: May<typeof apiKeyActs> }> {
  requireRole(ctx.actor, 'administrator')
  const key = await selectApiKey(ctx.db, keyId)
  if (!key) throw new NotFound('No such key', { keyId })
  const status = apiKeyStatusOf(key, dateInVietnam(ctx.now))
  return { ...key, status, may: mayOf(apiKeyActs, status, grantsOf(ctx.actor)) }
}

/** All keys, the newest first: for administrators, and for the command line of the machine. */
export async function listApiKeys(ctx: Pick<Ctx, 'db' | 'actor' | 'now'>): Promise<ApiKey[]> {
  if (ctx.actor.kind !== 'system') requireRole(ctx.actor, 'administrator')
  const today = dateInVietnam(ctx.now)
  return (await selectApiKeys(ctx.db)).map((key) => ({ ...key, status: apiKeyStatusOf(key, today) }))
}

export const apiKeyList: List<ListedApiKey> = {
  name: 'khoa-may',
  path: '/van-phong/quan-tri/khoa-api',
  title: apiKeysPage.title,
  searchLabel: apiKeysPage.search,
  columns: [
    { key: 'label', label: apiKeysPage.label, kind: 'text', always: true },
    { key: 'organisationName', label: apiKeysPage.organisation, kind: 'text', always: true },
    { key: 'organisationCode', label: apiKeysPage.organisationCode, kind: 'text', onlyInFile: true },
    { key: 'scopeNames', label: apiKeysPage.scopes, kind: 'text' },
    { key: 'shown', label: apiKeysPage.shown, kind: 'text' },
    { key: 'status', label: apiKeysPage.status, kind: 'choice', choices: apiKeyStatusNames },
    { key: 'lastUsedOn', label: apiKeysPage.lastUsedOn, kind: 'day' },
    { key: 'expiresOn', label: apiKeysPage.expiresOn, kind: 'day' },
    { key: 'createdAt', label: apiKeysPage.createdAt, kind: 'moment', onlyInFile: true },
    { key: 'createdByName', label: apiKeysPage.createdBy, kind: 'text', onlyInFile: true },
  ],
  searched: ['label', 'organisationName'],
  codes: ['organisationCode', 'shown'],
  filters: [
    { name: 'status', label: apiKeysPage.status, column: 'status', kind: 'choice', choices: apiKeyStatusNames, any: apiKeysPage.anyStatus },
  ],
  first: ['-createdAt'],
  source: async (ctx: Ctx) => {
    requireRole(ctx.actor, 'administrator')
    return { statement: apiKeysListed(ctx.db, dateInVietnam(ctx.now), apiKeyScopeNames) }
  },
}
