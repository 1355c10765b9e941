import { NotFound, done, refuse, refuseStatus } from '@dacsan/decisions'
import type { Outcome, Refusal } from '@dacsan/decisions'
import { inTransaction } from '@dacsan/platform/context'
import type { Ctx, Tx } from '../../context.ts'
import { record, requireAct } from '../../identity/index.ts'
import { bumpVersion, lockDossier } from '../dossier.store.ts'
import { forWhom } from '../policy.ts'
import { selectRequests, updateRequest } from '../filing/request.store.ts'
import { answerItems, dossierActs, openRequest, tiesOf } from '../rules.ts'
import type { ChangedElsewhere, DossierCard, RequestTarget, EditRefusal } from '../rules.ts'
import type { DossierId } from '../rules/ids.ts'

export type EditAct = 'save-section' | 'save-choices' | 'attach-evidence' | 'detach-evidence' | 'keep-carried' | 'change-set'

/** `touched`: the places of a request that the change answers; `detail`: what the audit trail says of it. */
export type Edit<R extends Refusal> = { ok: true; touched: RequestTarget[]; detail: Record<string, unknown> } | { ok: false; refusal: R }

/** The dossier's version after a save: the next save has to know it. */
export type Saved = { version: number; savedAt: Date }

/** Two windows on one dossier: the second to save is told, and nothing is overwritten unseen. */
export function changedElsewhere(dossier: DossierCard, version: number): { ok: false; refusal: ChangedElsewhere } | undefined {
  if (dossier.version === version) return undefined
  return refuse('changed-elsewhere', { version: dossier.version, changedAt: dossier.updatedAt.toISOString() })
}

/**
 * One change by the producer: locked, its own, while it holds the pen, on the version it saw.
 * `version` null is for changes that cannot overwrite anything, such as attaching a paper. The caller records it.
 */
export async function editWithin<R extends Refusal>(
  tx: Tx,
  ctx: Ctx,
  { act, dossierId, version }: { act: EditAct; dossierId: DossierId; version: number | null },
  change: (dossier: DossierCard) => Promise<Edit<R>>,
): Promise<Outcome<Saved & { edit: Extract<Edit<R>, { ok: true }> }, R | EditRefusal>> {
  const dossier = await lockDossier(tx, dossierId)
  if (!dossier) throw new NotFound('No such dossier', { dossierId })
  requireAct(ctx.actor, dossierActs[act], tiesOf(dossier))
  const closed = refuseStatus(dossierActs[act], dossier.status)
  if (closed) return closed
  const stale = version === null ? undefined : changedElsewhere(dossier, version)
  if (stale) return stale
  const edit = await change(dossier)
  if (!edit.ok) return edit
  return done({ version: await recordEdit(tx, dossier.id, edit.touched, ctx.now), savedAt: ctx.now, edit })
}

/** {@link editWithin} as a command of its own, with its line in the audit trail. */
export function editDossier<R extends Refusal>(
  ctx: Ctx,
  target: { act: EditAct; dossierId: DossierId; version: number | null },
  change: (tx: Tx, dossier: DossierCard) => Promise<Edit<R>>,
): Promise<Outcome<Saved, R | EditRefusal>> {
  return inTransaction(ctx, async (tx) => {
    let edited: DossierCard | undefined
    const saved = await editWithin(tx, ctx, target, (dossier) => change(tx, (edited = dossier)))
    if (!saved.ok) return saved
    const { edit, ...version } = saved.value
    const forName = forWhom(ctx.actor, edited!)
    await record(tx, ctx, dossierActs[target.act], {
      subjectId: target.dossierId,
      detail: { ...edit.detail, ...(forName !== null && { onBehalfOf: forName }) },
    })
    return done(version)
  })
}

/** Counts a change, and marks what it answers in the open request. Returns the dossier's version from now on. */
export async function recordEdit(tx: Tx, dossierId: DossierId, touched: readonly RequestTarget[], at: Date): Promise<number> {
  const version = await bumpVersion(tx, dossierId, at)
  const open = openRequest(await selectRequests(tx, dossierId), 'producer')
  if (open?.items.some((item) => touched.includes(item.about)))
    await updateRequest(tx, open.id, { items: answerItems(open.items, touched, at) })
  return version
}
