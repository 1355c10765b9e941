import { NotFound, done } from '@dacsan/decisions'
import type { Outcome, RefusalsOf } from '@dacsan/decisions'
import { inTransaction } from '@dacsan/platform/context'
import { idInput } from '@dacsan/platform/ids'
import { dateInVietnam } from '@dacsan/vietnam'
import { z } from 'zod'
import type { Ctx, Tx } from '../../context.ts'
import { record, requireAct } from '../../identity/index.ts'
import { actorId } from '../../identity/rules.ts'
import { ruleOn } from '../../law/index.ts'
import { selectCertificateId, selectCertificate } from '../certificate.store.ts'
import { lockDecisions } from '../decision.store.ts'
import { selectHolder } from '../holder.store.ts'
import { decideProposal, isLive, withdrawalActs, withdrawalReasons } from '../rules.ts'
import type { CertificateCard, ProposalRefusal, WithdrawalProposalId, WithdrawalReason } from '../rules.ts'
import type { CertificateId } from '../rules/ids.ts'
import { withdrawalWords as says } from '../words.ts'
import { requireOwnProposal } from './own-proposal.ts'
import { insertProposal, selectProposalsOf, updateClosed, updateConfirmed } from './withdrawal.store.ts'

type Acts = typeof withdrawalActs
type Proposed<Name extends keyof Acts> = Outcome<{ proposalId: WithdrawalProposalId }, RefusalsOf<ProposalRefusal, Acts[Name]>>

const note = z.string().trim().max(1000, says.noteLong).default('')

export const proposeWithdrawalInput = z.object({
  certificateCode: z.string(),
  reason: z.enum(withdrawalReasons, says.reasonMissing),
  note,
  conclusion: z.object({
    number: z.string().trim().min(1, says.conclusionNumberMissing).max(60, says.conclusionLong),
    on: z.iso.date(says.conclusionDayMissing),
    by: z.string().trim().min(2, says.conclusionByMissing).max(200, says.conclusionLong),
  }),
})
export type ProposeWithdrawalInput = z.input<typeof proposeWithdrawalInput>

/** Opens the withdrawal of a certificate on a conclusion; from its day on the days count in which it is to be decided. */
export const proposeWithdrawal = (ctx: Ctx, input: ProposeWithdrawalInput): Promise<Proposed<'propose'>> =>
  inTransaction(ctx, (tx) => proposeWithdrawalWithin(tx, ctx, input))

/** The same for a room above, whose own minutes are the conclusion. */
export async function proposeWithdrawalWithin(
  tx: Tx,
  ctx: Ctx,
  { certificateCode, reason, note = '', conclusion }: ProposeWithdrawalInput,
): Promise<Proposed<'propose'>> {
  requireAct(ctx.actor, withdrawalActs.propose)
  const certificate = await lockCertificate(tx, certificateCode)
  const decided = decideProposal(certificate, { reason, note, on: conclusion.on }, await factsOf(tx, ctx, certificate))
  if (!decided.ok) return decided as Proposed<'propose'>
  const { on: foundedOn, ...rest } = conclusion
  const proposalId = await insert(tx, ctx, certificate, { act: 'propose', reason, note, foundedOn, conclusion: rest, communeNote: null })
  return done({ proposalId })
}

export const askCommuneInput = z.object({ certificateCode: z.string(), note })
export type AskCommuneInput = z.input<typeof askCommuneInput>

const stopped = 'production-stopped' as const satisfies WithdrawalReason

/** Asks the commune whether the product is still made: that production stopped is its to confirm. */
export async function askCommune(ctx: Ctx, { certificateCode, note = '' }: AskCommuneInput): Promise<Proposed<'ask'>> {
  const act = withdrawalActs.ask
  requireAct(ctx.actor, act)
  return inTransaction(ctx, async (tx) => {
    const certificate = await lockCertificate(tx, certificateCode)
    const decided = decideProposal(certificate, { reason: stopped, note, on: null }, await factsOf(tx, ctx, certificate))
    if (!decided.ok) return decided as Proposed<'ask'>
    const proposalId = await insert(tx, ctx, certificate, {
      act: 'ask',
      reason: stopped,
      note,
      foundedOn: null,
      conclusion: null,
      communeNote: null,
    })
    return done({ proposalId })
  })
}

const stopFields = { on: z.iso.date(says.stopDayMissing), note: z.string().trim().min(3, says.stopNoteMissing).max(1000, says.noteLong) }
export const reportStopInput = z.object({ certificateCode: z.string().min(1, says.productMissing), ...stopFields })
export type ReportStopInput = z.infer<typeof reportStopInput>

/** The commune says of itself that a product of its own is made no more; its confirmation opens the withdrawal. */
export async function reportStop(ctx: Ctx, { certificateCode, on, note: communeNote }: ReportStopInput): Promise<Proposed<'report'>> {
  const act = withdrawalActs.report
  return inTransaction(ctx, async (tx) => {
    const certificate = await lockCertificate(tx, certificateCode)
    const holder = await selectHolder(tx, certificate.productId)
    requireAct(ctx.actor, act, { commune: holder?.communeCode ?? null })
    const decided = decideProposal(certificate, { reason: stopped, note: '', on }, await factsOf(tx, ctx, certificate))
    if (!decided.ok) return decided as Proposed<'report'>
    const proposalId = await insert(tx, ctx, certificate, {
      act: 'report',
      reason: stopped,
      note: '',
      foundedOn: on,
      conclusion: null,
      communeNote,
    })
    return done({ proposalId })
  })
}

const proposalInput = { proposalId: idInput('wdp') }
export const confirmStopInput = z.object({ ...proposalInput, ...stopFields })
export type ConfirmStopInput = z.infer<typeof confirmStopInput>

/** The commune confirms what it was asked: from the day of its confirmation on the days count. */
export async function confirmStop(ctx: Ctx, { proposalId, on, note: communeNote }: ConfirmStopInput): Promise<Proposed<'confirm'>> {
  const act = withdrawalActs.confirm
  return inTransaction(ctx, async (tx) => {
    await lockDecisions(tx)
    const found = await requireOwnProposal(tx, ctx.actor, act, proposalId)
    if (!found.ok) return found
    const today = dateInVietnam(ctx.now)
    if (on > today) return { ok: false, refusal: { code: 'conclusion-in-future', today } }
    await updateConfirmed(tx, proposalId, { status: act.to, on, note: communeNote })
    await record(tx, ctx, act, { subjectId: proposalId, detail: { certificate: found.value.certificateCode, on } })
    return done({ proposalId })
  })
}

export const denyStopInput = z.object({ ...proposalInput, note: stopFields.note })
export type DenyStopInput = z.infer<typeof denyStopInput>

/** The commune answers that the product is still made; nothing is taken back. */
export const denyStop = (ctx: Ctx, input: DenyStopInput): Promise<Proposed<'deny'>> => close(ctx, withdrawalActs.deny, input)

/** The office does not go on with a proposal, and says why. */
export const dropProposal = (ctx: Ctx, input: DenyStopInput): Promise<Proposed<'drop'>> => close(ctx, withdrawalActs.drop, input)

function close(ctx: Ctx, act: Acts['deny'] | Acts['drop'], { proposalId, note: closingNote }: DenyStopInput): Promise<Proposed<'deny'>> {
  return inTransaction(ctx, async (tx) => {
    await lockDecisions(tx)
    const found = await requireOwnProposal(tx, ctx.actor, act, proposalId)
    if (!found.ok) return found
    await updateClosed(tx, [proposalId], { status: act.to, at: ctx.now, by: actorId(ctx.actor), note: closingNote })
    await record(tx, ctx, act, { subjectId: proposalId, detail: { certificate: found.value.certificateCode } })
    return done({ proposalId })
  })
}

type Held = CertificateCard & { id: CertificateId }

async function lockCertificate(tx: Tx, code: string): Promise<Held> {
  await lockDecisions(tx)
  const certificate = await selectCertificate(tx, code)
  if (!certificate) throw new NotFound('No such certificate', { code })
  return { ...certificate, id: await selectCertificateId(tx, code) }
}

async function factsOf(tx: Tx, { now }: Ctx, { id }: Held) {
  const today = dateInVietnam(now)
  const live = (await selectProposalsOf(tx, id)).find(isLive)
  const { value: reasons } = await ruleOn(tx, 'withdrawal.reasons', today)
  return { today, reasons, live: live?.id ?? null }
}

async function insert(
  tx: Tx,
  ctx: Ctx,
  { id: certificateId, code: certificateCode, productId }: Held,
  {
    act: name,
    ...made
  }: Omit<Parameters<typeof insertProposal>[1], 'id' | 'certificateId' | 'status' | 'at' | 'by'> & {
    act: 'propose' | 'ask' | 'report'
  },
): Promise<WithdrawalProposalId> {
  const id = ctx.newId('wdp')
  const act = withdrawalActs[name]
  await insertProposal(tx, { ...made, id, certificateId, status: act.to, at: ctx.now, by: actorId(ctx.actor) })
  const detail = { certificate: certificateCode, reason: made.reason, ...(made.conclusion && { conclusion: made.conclusion.number }) }
  if (name === 'ask') {
    await record(tx, ctx, withdrawalActs.ask, { subjectId: id, payload: { proposalId: id, certificateCode, productId }, detail })
  } else await record(tx, ctx, withdrawalActs[name], { subjectId: id, detail })
  return id
}
