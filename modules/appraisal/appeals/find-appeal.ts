import { NotFound, grantFor, mayOf } from '@dacsan/decisions'
import type { May } from '@dacsan/decisions'
import { dateInVietnam } from '@dacsan/vietnam'
import type { Ctx } from '../../context.ts'
import { findDossier } from '../../dossiers/index.ts'
import type { DossierView, EvidenceFile } from '../../dossiers/index.ts'
import { tiesOf } from '../../dossiers/rules.ts'
import { grantsOf, hasRole, requireRole } from '../../identity/index.ts'
import type { Actor } from '../../identity/index.ts'
import { organisationsOf } from '../../identity/rules.ts'
import { ruleOn } from '../../law/index.ts'
import type { Rule } from '../../law/index.ts'
import type { AppealStatus } from '../acts.ts'
import { appealAbout, appealActs, appealDue, lastDayToAppeal } from '../rules.ts'
import type { AppealAbout, AppealDue } from '../rules.ts'
import type { AppealId } from '../rules/ids.ts'
import { appealLawOn, decidedOnOf } from './file-appeal.ts'
import { selectAppeal, selectAppealPaper, selectAppeals } from './appeal.store.ts'
import type { StoredAppeal } from './appeal.store.ts'

export type AppealView = StoredAppeal & {
  may: May<typeof appealActs, AppealStatus>
  due: AppealDue | null
  /** Granted about a result: somebody else scores it now. */
  needsSecondCouncil: boolean
}

const viewed = (actor: Actor, appeal: StoredAppeal, today: string): AppealView => ({
  ...appeal,
  may: mayOf(appealActs, appeal.status, grantsOf(actor, { owner: appeal.organisationId })),
  due: appealDue(appeal, today),
  needsSecondCouncil: appeal.about === 'result' && appeal.status === appealActs.grant.to,
})

/** A complaint is read by the office and by its own producer. */
const mayRead = (actor: Actor, { organisationId }: Pick<StoredAppeal, 'organisationId'>): boolean =>
  hasRole(actor, 'provincial-officer') || (organisationId !== null && organisationsOf(actor, 'producer').includes(organisationId))

export async function findAppeal(ctx: Pick<Ctx, 'db' | 'actor' | 'now'>, appealId: AppealId): Promise<AppealView> {
  const appeal = await selectAppeal(ctx.db, appealId)
  if (!appeal || !mayRead(ctx.actor, appeal)) throw new NotFound('No such appeal', { appealId })
  return viewed(ctx.actor, appeal, dateInVietnam(ctx.now))
}

/** The paper that came with a complaint. */
export async function openAppealPaper(ctx: Pick<Ctx, 'db' | 'actor' | 'now' | 'files'>, appealId: AppealId): Promise<EvidenceFile> {
  await findAppeal(ctx, appealId)
  const paper = await selectAppealPaper(ctx.db, appealId)
  const file = paper ? await ctx.files.open(paper.hash) : null
  if (!paper || !file) throw new NotFound('No such paper', { appealId })
  return { ...file, mediaType: paper.mediaType, name: paper.name }
}

/** Every complaint, the newest first, for the office. */
export async function listAppeals(ctx: Pick<Ctx, 'db' | 'actor' | 'now'>): Promise<AppealView[]> {
  requireRole(ctx.actor, 'provincial-officer')
  return (await selectAppeals(ctx.db)).map((appeal) => viewed(ctx.actor, appeal, dateInVietnam(ctx.now)))
}

export type OwnAppeals = {
  dossier: { id: string; code: string; product: string }
  appeals: AppealView[]
  /** What may be complained about now, and until when; null where nothing is decided, it was complained about, or it is too late. */
  open: { about: AppealAbout; lastDay: string; decidedOn: string } | null
  law: Rule<'appeal.file-days'>
}

/** What the producer of a dossier sees: its complaints with their answers, and whether it may complain now. */
export async function findOwnAppeals(ctx: Pick<Ctx, 'db' | 'actor' | 'now'>, idOrCode: string): Promise<OwnAppeals> {
  const dossier = await findDossier(ctx, idOrCode)
  if (!mayRead(ctx.actor, dossier.producer)) throw new NotFound('No such dossier', { idOrCode })
  const today = dateInVietnam(ctx.now)
  const appeals = await selectAppeals(ctx.db, { dossierId: dossier.id })
  const own = grantsOf(ctx.actor, tiesOf(dossier))
  const about = appealAbout(dossier.status)
  const decidedOn = about === null ? today : decidedOnOf(dossier)
  const lastDay = lastDayToAppeal(decidedOn, await appealLawOn(ctx.db, decidedOn))
  const isFree = !appeals.some((one) => one.decidedOn === decidedOn && one.status !== 'withdrawn')
  const mayFile = grantFor(appealActs.file, own) !== undefined
  return {
    dossier: { id: dossier.id, code: dossier.code, product: dossier.product.name },
    appeals: appeals.map((appeal) => viewed(ctx.actor, appeal, today)),
    open: about !== null && isFree && mayFile && today <= lastDay ? { about, lastDay, decidedOn } : null,
    law: await ruleOn(ctx.db, 'appeal.file-days', decidedOn),
  }
}

/** Whether there is something to complain about in a dossier, or somebody did: for the page of its producer. */
export async function hasAppeals({ db }: Pick<Ctx, 'db'>, { id, status }: Pick<DossierView, 'id' | 'status'>): Promise<boolean> {
  return appealAbout(status) !== null || (await selectAppeals(db, { dossierId: id })).length > 0
}
