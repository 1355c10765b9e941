import { NotFound, done, refuse } from '@dacsan/decisions'
import type { Outcome } from '@dacsan/decisions'
import { inTransaction } from '@dacsan/platform/context'
import { producerOfActor } from '../../catalogue/index.ts'
import type { Ctx } from '../../context.ts'
import { record, requireAct } from '../../identity/index.ts'
import { actorId, actorName } from '../../identity/rules.ts'
import { invoiceExportActs } from '../acts.ts'
import type { ExportInvoicesInput } from '../inputs.ts'
import { ownProducer } from '../policy.ts'
import type { ExportRefusal } from '../rules.ts'
import type { InvoiceExportId } from '../rules/ids.ts'
import { insertExport, lockExports, selectExport, selectExports, selectSold } from './export.store.ts'
import type { KnownExport } from './export.store.ts'
import { formatNamed, ratesOn } from './formats.ts'

/**
 * Marks what was handed over on these days as exported; the file is drawn by `invoiceFile`. What was exported before stays out unless it is asked for, with the
 * reason: two invoices of one sale are two taxes.
 */
export async function exportInvoices(ctx: Ctx, input: ExportInvoicesInput): Promise<Outcome<{ exportId: InvoiceExportId }, ExportRefusal>> {
  requireAct(ctx.actor, invoiceExportActs.make)
  const producer = await producerOfActor(ctx)
  if (!producer) return refuse('producer-missing')
  const producerId = producer.id
  const { from, to, format, rate, again, note, requestKey } = input
  if (from > to) return refuse('period-backwards')
  if (!formatNamed(format)) return refuse('format-unknown')
  if (!ratesOn(to).some(({ name }) => name === rate)) return refuse('rate-unknown')
  return inTransaction(ctx, async (tx) => {
    await lockExports(tx, producerId)
    const known = await selectExport(tx, { requestKey })
    if (known) return isSame(known, { ...input, producerId }) ? done({ exportId: known.id }) : refuse('request-key-reused')
    const sold = await selectSold(tx, producerId, { from, to })
    const before = sold.filter(({ exported }) => exported).length
    const orders = sold.filter(({ exported }) => again || !exported).map(({ id, exported }) => ({ id, again: Boolean(exported) }))
    if (orders.length === 0) return refuse('nothing-to-export', { before })
    if (again && before > 0 && !note) return refuse('note-missing')
    const exportId = ctx.newId('iex')
    const made = {
      id: exportId,
      producerId,
      format,
      rate,
      from,
      to,
      requestKey,
      byId: actorId(ctx.actor),
      byName: actorName(ctx.actor),
      at: ctx.now,
    }
    await insertExport(tx, { ...made, note: before > 0 && again ? note : '' }, orders)
    const payload = { exportId, producerId, format, rate, from, to, orders: orders.length, again: again ? before : 0 }
    await record(tx, ctx, invoiceExportActs.make, { subjectId: exportId, payload })
    return done({ exportId })
  })
}

const isSame = (known: KnownExport, { producerId, format, rate, from, to }: ExportInvoicesInput & { producerId: string }): boolean =>
  known.producerId === producerId && known.format === format && known.rate === rate && known.from === from && known.to === to

const mostShown = 50

/** What was exported lately, the newest first. */
export async function findExports(ctx: Pick<Ctx, 'db' | 'actor'>): Promise<KnownExport[]> {
  return selectExports(ctx.db, (await ownProducer(ctx)).id, { most: mostShown })
}

/** An export of the reader's own; nobody else's exists. */
export async function findExport(ctx: Pick<Ctx, 'db' | 'actor'>, exportId: InvoiceExportId): Promise<KnownExport> {
  const { id } = await ownProducer(ctx)
  const known = await selectExport(ctx.db, { id: exportId })
  if (!known || known.producerId !== id) throw new NotFound('No such export', { exportId })
  return known
}
