import type { PlainDate } from '@dacsan/vietnam'
import type { ProductId } from '../../catalogue/rules.ts'
import { openTextIfPossible } from '@dacsan/platform/locked-text'
import { prepare } from '@dacsan/platform/prepare'
import type { Slots } from '@dacsan/platform/prepare'
import type { ReadDb } from '../../context.ts'
import { paperRows } from '../../law/index.ts'
import { paperNumberColumn } from './evidence.store.ts'
import type { EvidenceId } from '../rules/ids.ts'
import type { QualityPaper } from '../rules/quality-paper.ts'

const readPapersOf = prepare(
  (db: ReadDb, { kinds, productId, today }: Slots<{ kinds: number[]; productId: ProductId; today: PlainDate }>) =>
    db
      .selectFrom('evidence')
      .select([
        'evidence.id',
        'evidence.kind',
        'evidence.title',
        'evidence.number',
        'evidence.issued_by as issuedBy',
        'evidence.issued_on as issuedOn',
        'evidence.expires_on as expiresOn',
      ])
      .where('evidence.kind', 'in', kinds)
      .where('evidence.file_hash', 'is not', null)
      .where((eb) => eb.or([eb('evidence.expires_on', 'is', null), eb('evidence.expires_on', '>=', today)]))
      .where((eb) =>
        eb.exists(
          eb
            .selectFrom('dossier_evidence')
            .innerJoin('dossier', 'dossier.id', 'dossier_evidence.dossier_id')
            .select('dossier.id')
            .whereRef('dossier_evidence.evidence_id', '=', 'evidence.id')
            .where('dossier.product_id', '=', productId)
            .where('dossier.status', '=', 'recognised'),
        ),
      )
      .orderBy('evidence.kind')
      .orderBy('evidence.issued_on', 'desc')
      .orderBy('evidence.id'),
)

/**
 * The quality papers of a product that are good on a day: those whose file lay in a dossier that led to a recognition, so that the office has
 * read them. What a producer only keeps in its vault is not said of the product.
 */
export async function qualityPapersOf(db: ReadDb, productId: ProductId, today: PlainDate): Promise<QualityPaper[]> {
  const qualities = new Map(paperRows().flatMap(({ row, quality }) => (quality ? [[row, quality] as const] : [])))
  const rows = await readPapersOf(db, { kinds: [...qualities.keys()], productId, today })
  // A scan page is not closed for want of a key: there the paper stands without its number.
  return Promise.all(
    rows.map(async ({ id, ...row }) => ({
      ...row,
      number: await openTextIfPossible(db, paperNumberColumn, id, row.number),
      kind: qualities.get(row.kind)!,
    })),
  )
}

/** The same papers by their ids, for whoever may open their files. */
export async function qualityFilesOf(
  db: ReadDb,
  productId: ProductId,
  today: PlainDate,
): Promise<{ id: EvidenceId; kind: QualityPaper['kind']; title: string }[]> {
  const qualities = new Map(paperRows().flatMap(({ row, quality }) => (quality ? [[row, quality] as const] : [])))
  const rows = await readPapersOf(db, { kinds: [...qualities.keys()], productId, today })
  return rows.map(({ id, kind, title }) => ({ id, kind: qualities.get(kind)!, title }))
}
