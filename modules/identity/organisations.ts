import { inTransaction } from '@dacsan/platform/context'
import { NotFound, done, refuse, refuseStatus } from '@dacsan/decisions'
import type { Outcome, Refused, RefusalsOf } from '@dacsan/decisions'
import { z } from 'zod'
import type { Ctx, ReadDb, Tx } from '../context.ts'
import { organisationActs } from './acts.ts'
import type { OrganisationId } from './ids.ts'
import {
  insertOrganisation,
  lockOrganisation,
  lockTree,
  selectCommune,
  selectOfficeOfCommune,
  selectOrganisation,
  updateOrganisation,
} from './organisation.store.ts'
import type { Organisation } from './organisation.store.ts'
import type { Maker } from './people.ts'
import { record } from './record.ts'
import { newOrganisationKinds } from './rules.ts'
import type { OrganisationKind, OrganisationRefusal } from './rules.ts'
import { requireAct } from './ties.ts'
import { fieldErrors } from './words.ts'

const name = z.string(fieldErrors.organisationName).trim().min(2, fieldErrors.organisationName).max(200, fieldErrors.organisationNameLong)
/** A select that was left open gives an empty text. */
const orNone = <Schema extends z.ZodType>(schema: Schema) => z.union([z.literal('').transform(() => null), schema, z.null()]).default(null)
const communeCode = orNone(
  z
    .string()
    .trim()
    .regex(/^\d{5}$/, fieldErrors.communeCode),
)
const code = z
  .string(fieldErrors.organisationCode)
  .trim()
  .toLowerCase()
  .regex(/^[a-z0-9][a-z0-9._-]{0,60}$/, fieldErrors.organisationCode)

export const addOrganisationInput = z.object({
  kind: z.enum(newOrganisationKinds, fieldErrors.organisationKind),
  code,
  name,
  communeCode,
  /** The code of the organisation above it. */
  parentCode: orNone(code),
})
export type AddOrganisationInput = z.infer<typeof addOrganisationInput>
export const organisationCodeInput = code

type CreateRefusal = RefusalsOf<OrganisationRefusal, typeof organisationActs.create>

/** An organisation that was not there: an administrator makes it, or the machine. */
export async function addOrganisation(
  ctx: Ctx,
  input: AddOrganisationInput,
): Promise<Outcome<{ organisationId: OrganisationId }, CreateRefusal>> {
  requireAct(ctx.actor, organisationActs.create)
  return inTransaction(ctx, (tx) => insertNewOrganisation(tx, ctx, input))
}

/** {@link addOrganisation} in the transaction of a caller whose actor was judged before. */
export async function insertNewOrganisation(
  tx: Tx,
  ctx: Maker,
  { kind, code, name, communeCode, parentCode }: AddOrganisationInput,
): Promise<Outcome<{ organisationId: OrganisationId }, CreateRefusal>> {
  const act = organisationActs.create
  const taken = await selectOrganisation(tx, { code })
  if (taken) return refuse('code-taken', { name: taken.name })
  // Two that make the office of one commune at once would otherwise not see each other.
  if (communeCode !== null && kind === 'commune') await lockTree(tx)
  const refused = await refusePlace(tx, { kind, communeCode })
  if (refused) return refused
  const parent = parentCode === null ? null : await selectOrganisation(tx, { code: parentCode })
  if (parent === undefined || parent?.status === organisationActs.merge.to) return refuse('unknown-parent')
  const id = ctx.newId('org')
  const given = { id, kind, code, name, communeCode, parentId: parent?.id ?? null, status: act.to, createdAt: ctx.now }
  if (!(await insertOrganisation(tx, given))) return refuse('code-taken', { name: (await selectOrganisation(tx, { code }))!.name })
  await record(tx, ctx, act, { subjectId: id, detail: { code, name, kind, communeCode } })
  return done({ organisationId: id })
}

/** A commune has one office, and an office of a commune has a commune. `own`: the organisation that may be there itself. */
async function refusePlace(
  db: ReadDb,
  { kind, communeCode, own }: { kind: OrganisationKind; communeCode: string | null; own?: OrganisationId },
): Promise<Refused<Extract<CreateRefusal, { code: 'commune-missing' | 'unknown-commune' | 'commune-taken' }>> | null> {
  if (communeCode === null) return kind === 'commune' ? refuse('commune-missing') : null
  if (!(await selectCommune(db, communeCode))) return refuse('unknown-commune')
  if (kind !== 'commune') return null
  const office = await selectOfficeOfCommune(db, communeCode)
  return office && office.id !== own ? refuse('commune-taken', { name: office.name, organisationCode: office.code }) : null
}

const reason = z.string(fieldErrors.reason).trim().min(3, fieldErrors.reason).max(500, fieldErrors.reasonLong)

export const renameOrganisationInput = z.object({ name, reason })

/** It is called otherwise from now on; papers of before keep the name of their day. */
export async function renameOrganisation(
  ctx: Ctx,
  id: OrganisationId,
  { name, reason }: z.infer<typeof renameOrganisationInput>,
): Promise<Outcome<null, RefusalsOf<OrganisationRefusal, typeof organisationActs.rename>>> {
  const act = organisationActs.rename
  requireAct(ctx.actor, act)
  return inTransaction(ctx, async (tx) => {
    const organisation = await requireOrganisation(tx, id)
    const closed = await refuseMerged(tx, act, organisation)
    if (closed) return closed
    if (organisation.name === name) return refuse('name-unchanged')
    await updateOrganisation(tx, id, { name })
    await record(tx, ctx, act, { subjectId: id, detail: { from: organisation.name, to: name, reason } })
    return done(null)
  })
}

export const moveOrganisationInput = z.object({ communeCode, parentCode: orNone(code), reason })

/** Another organisation stands above it, or it works in another commune. */
export async function moveOrganisation(
  ctx: Ctx,
  id: OrganisationId,
  { communeCode, parentCode, reason }: z.infer<typeof moveOrganisationInput>,
): Promise<Outcome<null, RefusalsOf<OrganisationRefusal, typeof organisationActs.move>>> {
  const act = organisationActs.move
  requireAct(ctx.actor, act)
  return inTransaction(ctx, async (tx) => {
    await lockTree(tx)
    const organisation = await requireOrganisation(tx, id)
    const closed = await refuseMerged(tx, act, organisation)
    if (closed) return closed
    const { kind } = organisation
    const parent = parentCode === null ? null : await selectOrganisation(tx, { code: parentCode })
    if (parent === undefined || parent?.status === organisationActs.merge.to) return refuse('unknown-parent')
    const parentId = parent?.id ?? null
    if (organisation.communeCode === communeCode && organisation.parentId === parentId) return refuse('place-unchanged')
    const refused = await refusePlace(tx, { kind, communeCode, own: id })
    if (refused) return refused
    if (parent && (await isBelow(tx, parent, id))) return refuse('parent-below')
    await updateOrganisation(tx, id, { commune_code: communeCode, parent_id: parentId })
    const above = organisation.parentId && (await selectOrganisation(tx, { id: organisation.parentId }))
    await record(tx, ctx, act, {
      subjectId: id,
      detail: {
        from: { commune: organisation.communeCode, parent: (above || null)?.name ?? null },
        to: { commune: communeCode, parent: parent?.name ?? null },
        reason,
      },
    })
    return done(null)
  })
}

/** Whether an organisation is this one, or stands somewhere below it. */
async function isBelow(db: ReadDb, organisation: Organisation, id: OrganisationId): Promise<boolean> {
  for (let one: Organisation | undefined = organisation; one;) {
    if (one.id === id) return true
    one = one.parentId ? await selectOrganisation(db, { id: one.parentId }) : undefined
  }
  return false
}

async function requireOrganisation(tx: Tx, organisationId: OrganisationId): Promise<Organisation> {
  const organisation = await lockOrganisation(tx, organisationId)
  if (!organisation) throw new NotFound('No such organisation', { organisationId })
  return organisation
}

/** Why nothing is done to an organisation that was merged into another, with the name of the other. */
export async function refuseMerged(
  db: ReadDb,
  act: typeof organisationActs.rename | typeof organisationActs.move | typeof organisationActs.merge,
  { status, mergedIntoId }: Pick<Organisation, 'status' | 'mergedIntoId'>,
): Promise<Refused<Extract<OrganisationRefusal, { code: 'organisation-merged' }>> | null> {
  if (!refuseStatus(act, status)) return null
  return refuse('organisation-merged', { status, into: await nameOf(db, mergedIntoId) })
}

export const nameOf = async (db: ReadDb, id: OrganisationId | null): Promise<string | null> =>
  (id && (await selectOrganisation(db, { id }))?.name) || null
