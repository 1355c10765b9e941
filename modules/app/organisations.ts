import type { Outcome } from '@dacsan/decisions'
import type { Ctx } from '../context.ts'
import { mergeOrganisation, mergeOrganisationInput, previewMerge } from '../identity/index.ts'
import type { MergeRefusal, OrganisationId } from '../identity/rules.ts'
import { rooms } from '../rooms.ts'
import type { z } from 'zod'

export { mergeOrganisationInput }

/** What every room keeps by the id of an organisation. */
export const organisationHoldings = rooms.flatMap(({ organisations }) => organisations ?? [])

/** Merges an organisation into another, with what all rooms hold of it. */
export const mergeIntoOrganisation = (
  ctx: Ctx,
  fromId: OrganisationId,
  input: z.infer<typeof mergeOrganisationInput>,
): Promise<Outcome<{ intoId: OrganisationId }, MergeRefusal>> => mergeOrganisation(ctx, fromId, input, organisationHoldings)

/** What would go over. */
export const previewMergeInto = (ctx: Ctx, fromId: OrganisationId, intoCode: string) =>
  previewMerge(ctx, fromId, intoCode, organisationHoldings)
