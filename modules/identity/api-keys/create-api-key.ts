import { done, refuse } from '@dacsan/decisions'
import type { Outcome } from '@dacsan/decisions'
import { inTransaction } from '@dacsan/platform/context'
import { idInput } from '@dacsan/platform/ids'
import { dateInVietnam } from '@dacsan/vietnam'
import { z } from 'zod'
import type { Ctx, Tx } from '../../context.ts'
import { organisationActs } from '../acts.ts'
import { actorId, actorName } from '../actor.ts'
import type { ApiKeyId, OrganisationId } from '../ids.ts'
import { lockOrganisation, selectOrganisation } from '../organisation.store.ts'
import { nameOf } from '../organisations.ts'
import { openOrganisation } from '../people.ts'
import { record } from '../record.ts'
import { requireAct } from '../ties.ts'
import { bareOrganisationName, fieldErrors } from '../words.ts'
import { apiKeyActs } from './acts.ts'
import { insertApiKey } from './api-key.store.ts'
import { digestOfKey, newKey, shownOf } from './key-text.ts'
import { apiKeyScopes } from './rules.ts'
import type { ApiKeyRefusal } from './rules.ts'

const list = (value: unknown) => (value === undefined ? [] : [value].flat())

export const apiKeyInput = z.object({
  label: z.string(fieldErrors.keyLabel).trim().min(2, fieldErrors.keyLabel).max(120, fieldErrors.keyLabelLong),
  scopes: z.preprocess(
    list,
    z
      .array(z.enum(apiKeyScopes, fieldErrors.keyScopes))
      .min(1, fieldErrors.keyScopes)
      .transform((scopes) => [...new Set(scopes)]),
  ),
  expiresOn: z.union([z.literal('').transform(() => null), z.iso.date(fieldErrors.keyExpiry), z.null()]).default(null),
})
export const createApiKeyInput = apiKeyInput.extend({ organisationId: idInput('org', fieldErrors.organisationId) })
export type ApiKeyInput = z.infer<typeof apiKeyInput>

/** `key` is shown once, to whoever made it: nothing of it but its digest is kept. */
export type CreatedApiKey = { keyId: ApiKeyId; key: string }
type CreateRefusal = Exclude<ApiKeyRefusal, { code: 'key-closed' }>

/** A key for the machines of an organisation. */
export async function createApiKey(
  ctx: Ctx,
  { organisationId, ...input }: z.infer<typeof createApiKeyInput>,
): Promise<Outcome<CreatedApiKey, CreateRefusal>> {
  requireAct(ctx.actor, apiKeyActs.create)
  return inTransaction(ctx, (tx) => insertNewKey(tx, ctx, organisationId, input))
}

/** The same for an organisation by its code; where there is none, a partner without anything but the code is made. */
export async function createApiKeyAt(ctx: Ctx, code: string, input: ApiKeyInput): Promise<Outcome<CreatedApiKey, CreateRefusal>> {
  requireAct(ctx.actor, apiKeyActs.create)
  requireAct(ctx.actor, organisationActs.create)
  return inTransaction(ctx, async (tx) => {
    // Before an organisation is made for nothing.
    if (isPast(ctx, input)) return refuse('expiry-past')
    const { id } =
      (await selectOrganisation(tx, { code })) ??
      (await openOrganisation(tx, ctx, { code, name: bareOrganisationName(code), kind: 'partner' }))
    return insertNewKey(tx, ctx, id, input)
  })
}

const isPast = ({ now }: Pick<Ctx, 'now'>, { expiresOn }: Pick<ApiKeyInput, 'expiresOn'>) =>
  expiresOn !== null && expiresOn < dateInVietnam(now)

async function insertNewKey(
  tx: Tx,
  ctx: Ctx,
  organisationId: OrganisationId,
  { label, scopes, expiresOn }: ApiKeyInput,
): Promise<Outcome<CreatedApiKey, CreateRefusal>> {
  if (isPast(ctx, { expiresOn })) return refuse('expiry-past')
  // Held, so that it is not merged into another meanwhile: its keys would stay behind.
  const organisation = await lockOrganisation(tx, organisationId)
  if (!organisation) return refuse('unknown-organisation')
  const { status, mergedIntoId, code } = organisation
  if (status === organisationActs.merge.to) return refuse('organisation-merged', { status, into: await nameOf(tx, mergedIntoId) })
  const [keyId, key] = [ctx.newId('key'), newKey()]
  const shown = shownOf(key)
  await insertApiKey(tx, {
    id: keyId,
    organisationId,
    scopes,
    label,
    digest: digestOfKey(key),
    shown,
    createdAt: ctx.now,
    createdById: actorId(ctx.actor),
    createdByName: actorName(ctx.actor),
    expiresOn,
  })
  await record(tx, ctx, apiKeyActs.create, { subjectId: keyId, detail: { organisation: code, label, scopes, shown, expiresOn } })
  return done({ keyId, key })
}
