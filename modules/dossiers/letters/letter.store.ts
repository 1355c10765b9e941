import type { PlainDate } from '@dacsan/vietnam'
import type { ReadDb, Tx } from '../../context.ts'
import type { UserId } from '../../identity/rules.ts'
import type { LetterStatus } from '../acts.ts'
import type { LetterLine } from '../rules/covering-letter.ts'
import type { CoveringLetterId, DossierId } from '../rules/ids.ts'

const letters = (db: ReadDb) =>
  db
    .selectFrom('covering_letter as letter')
    .innerJoin('commune_card as commune', 'commune.code', 'letter.commune_code')
    .select([
      'letter.id',
      'letter.commune_code as communeCode',
      'commune.name as commune',
      'commune.province_name as provinceName',
      'letter.status',
      'letter.lines',
      'letter.is_sample as isSample',
      'letter.number',
      'letter.signed_on as signedOn',
      'letter.signer',
      'letter.made_at as madeAt',
    ])

export type StoredLetter = Awaited<ReturnType<ReturnType<typeof letters>['executeTakeFirstOrThrow']>>

export const selectLetter = (db: ReadDb, id: CoveringLetterId): Promise<StoredLetter | undefined> =>
  letters(db).where('letter.id', '=', id).executeTakeFirst()

export async function lockLetter(tx: Tx, id: CoveringLetterId): Promise<StoredLetter | undefined> {
  await tx.selectFrom('covering_letter').select('id').where('id', '=', id).forUpdate().execute()
  return selectLetter(tx, id)
}

/** The dossiers of a letter, in the order in which everything locks them. */
export async function lockDossiers(tx: Tx, ids: readonly DossierId[]): Promise<void> {
  if (ids.length > 0)
    await tx
      .selectFrom('dossier')
      .select('id')
      .where('id', 'in', [...ids])
      .orderBy('id')
      .forUpdate()
      .execute()
}

/** The letters of some communes that were not dropped, the newest first. */
export const selectLetters = (db: ReadDb, communes: readonly string[]): Promise<StoredLetter[]> =>
  letters(db)
    .where('letter.commune_code', 'in', communes.length > 0 ? [...communes] : [''])
    .where('letter.status', '<>', 'dropped')
    .orderBy('letter.made_at', 'desc')
    .orderBy('letter.id')
    .execute()

/** The last letter that was sent with a dossier. */
export const selectSentWith = (db: ReadDb, dossierId: DossierId): Promise<StoredLetter | undefined> =>
  letters(db)
    .innerJoin('covering_letter_dossier as listed', 'listed.letter_id', 'letter.id')
    .where('listed.dossier_id', '=', dossierId)
    .where('letter.status', '=', 'sent')
    .orderBy('letter.made_at', 'desc')
    .limit(1)
    .executeTakeFirst()

/** When each dossier was last put into a letter that was not dropped. */
export async function selectLastLetters(db: ReadDb, dossierIds: readonly DossierId[]): Promise<Map<DossierId, Date>> {
  if (dossierIds.length === 0) return new Map()
  const rows = await db
    .selectFrom('covering_letter_dossier as listed')
    .innerJoin('covering_letter as letter', 'letter.id', 'listed.letter_id')
    .select((eb) => ['listed.dossier_id as dossierId', eb.fn.max('letter.made_at').as('at')])
    .where('listed.dossier_id', 'in', [...dossierIds])
    .where('letter.status', '<>', 'dropped')
    .groupBy('listed.dossier_id')
    .execute()
  return new Map(rows.map(({ dossierId, at }) => [dossierId, at]))
}

export async function insertLetter(
  tx: Tx,
  given: {
    id: CoveringLetterId
    communeCode: string
    status: LetterStatus
    lines: readonly LetterLine[]
    isSample: boolean
    at: Date
    byId: UserId | null
  },
): Promise<void> {
  await tx
    .insertInto('covering_letter')
    .values({
      id: given.id,
      commune_code: given.communeCode,
      status: given.status,
      lines: JSON.stringify(given.lines),
      is_sample: given.isSample,
      made_at: given.at,
      made_by_id: given.byId,
    })
    .execute()
  await tx
    .insertInto('covering_letter_dossier')
    .values(given.lines.map(({ dossierId }) => ({ letter_id: given.id, dossier_id: dossierId })))
    .execute()
}

export async function updateLetter(
  tx: Tx,
  id: CoveringLetterId,
  change: { status: LetterStatus; number?: string; signedOn?: PlainDate; signer?: string | null; sentAt?: Date; sentById?: UserId | null },
): Promise<void> {
  await tx
    .updateTable('covering_letter')
    .set({
      status: change.status,
      number: change.number,
      signed_on: change.signedOn,
      signer: change.signer,
      sent_at: change.sentAt,
      sent_by_id: change.sentById,
    })
    .where('id', '=', id)
    .execute()
}
