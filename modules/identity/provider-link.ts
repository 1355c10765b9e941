import { NotFound, done, refuse } from '@dacsan/decisions'
import type { Outcome } from '@dacsan/decisions'
import { inTransaction } from '@dacsan/platform/context'
import { newId } from '@dacsan/platform/ids'
import type { IdentityProvider, ProvenSubject } from '@dacsan/platform/identity-provider'
import { z } from 'zod'
import type { Ctx } from '../context.ts'
import { personActs, tiesOfAccount } from './acts.ts'
import { actorId, requirePerson } from './actor.ts'
import { confirmPassword } from './confirm-password.ts'
import type { UserId } from './ids.ts'
import { leadToProvider } from './lead-to-provider.ts'
import type { Led, ProviderRequest } from './lead-to-provider.ts'
import { deleteLink, insertLink, selectLinks } from './provider-link.store.ts'
import { record } from './record.ts'
import type { ConfirmRefusal, LinkRefusal, ProviderRefusal } from './rules.ts'
import { passwordAgainInput } from './second-factor.ts'
import { requireAct } from './ties.ts'

/** A provider by which somebody may sign in to the own account. */
export type OwnLink = {
  id: string
  issuer: string
  since: Date
  /** Of the provider that is set up today. */
  current: boolean
}

/** The providers that one's own account is linked to. */
export async function listOwnLinks(ctx: Pick<Ctx, 'db' | 'actor'>, provider: Pick<IdentityProvider, 'issuer'> | null): Promise<OwnLink[]> {
  const links = await selectLinks(ctx.db, requirePerson(ctx.actor).userId)
  return links.map((link) => ({ ...link, current: provider !== null && sameAddress(link.issuer, provider.issuer) }))
}

const sameAddress = (one: string, other: string) => new URL(one).href === new URL(other).href

/** Leads somebody who is signed in, and typed the password just now, to the provider, to say there who they are. */
export async function beginLinking(
  request: ProviderRequest,
  userId: UserId,
  password: string,
): Promise<Outcome<Led, ProviderRefusal | ConfirmRefusal>> {
  requireAct(request.actor, personActs['link-provider'], tiesOfAccount(userId), { known: true })
  const confirmed = await confirmPassword(request, password)
  if (!confirmed.ok) return confirmed
  return leadToProvider(request, { for: 'link', userId })
}

/** Links the account from which somebody left to whom the provider says they are. An e-mail address would prove nothing: others may choose it there. */
export async function linkSubject(
  { db, actor, now, provider }: Pick<ProviderRequest, 'db' | 'actor' | 'now' | 'provider'>,
  { userId }: { userId: UserId },
  { issuer, subject }: ProvenSubject,
): Promise<Outcome<null, LinkRefusal | ProviderRefusal>> {
  const act = personActs['link-provider']
  // Somebody signed out, or another came to this browser meanwhile.
  if (actorId(actor) !== userId) return refuse('provider-again', { provider: provider.name })
  requireAct(actor, act, tiesOfAccount(userId), { known: true })
  return inTransaction({ db }, async (tx) => {
    const refused = await insertLink(tx, { id: newId('acc'), userId, issuer, subject, at: now })
    if (refused) return refuse(refused, { provider: provider.name })
    await record(tx, { actor, now }, act, { subjectId: userId, payload: { userId, issuer }, detail: { issuer } })
    return done(null)
  })
}

export const unlinkInput = passwordAgainInput.extend({ id: z.string() })

/** Ends a link of one's own account. The password is asked for: without it the account would be closed to its holder. */
export async function unlinkProvider(
  ctx: Ctx,
  userId: UserId,
  { id, password }: z.infer<typeof unlinkInput>,
): Promise<Outcome<null, ConfirmRefusal>> {
  const act = personActs['unlink-provider']
  requireAct(ctx.actor, act, tiesOfAccount(userId), { known: true })
  const confirmed = await confirmPassword(ctx, password)
  if (!confirmed.ok) return confirmed
  return inTransaction(ctx, async (tx) => {
    const issuer = await deleteLink(tx, userId, id)
    if (issuer === undefined) throw new NotFound('No such link of this account', { id })
    await record(tx, ctx, act, { subjectId: userId, payload: { userId, issuer }, detail: { issuer } })
    return done(null)
  })
}
