import type { ReadDb, Tx } from '../../context.ts'
import { mostPlaces } from '../rules/credential.ts'
import type { CertificateStatus } from '../rules.ts'
import type { StatusPlace } from '../rules/credential.ts'

export type IssuerKey = { id: number; origin: string; publicKey: string }

/** The keys whose word counts: those that nobody declared void. */
const believedKeys = (db: ReadDb) =>
  db
    .selectFrom('credential_key as key')
    .leftJoin('voided_credential_key as voided', 'voided.key_id', 'key.id')
    .where('voided.key_id', 'is', null)
    .select(['key.id', 'key.origin', 'key.public_key as publicKey'])

export function selectKeys(db: ReadDb): Promise<IssuerKey[]> {
  return believedKeys(db).orderBy('key.id').execute()
}

/** The key that signs for an address now: the newest. */
export function selectCurrentKey(db: ReadDb, origin: string): Promise<IssuerKey | undefined> {
  return believedKeys(db).where('key.origin', '=', origin).orderBy('key.id', 'desc').limit(1).executeTakeFirst()
}

export async function insertVoided(tx: Tx, keyId: number, at: Date): Promise<void> {
  await tx
    .insertInto('voided_credential_key')
    .values({ key_id: keyId, voided_at: at })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

export async function selectNextKeyId(db: ReadDb): Promise<number> {
  const { last } = await db
    .selectFrom('credential_key')
    .select((eb) => eb.fn.max('id').as('last'))
    .executeTakeFirstOrThrow()
  return (last ?? 0) + 1
}

/** Where another process made the same key at this moment, its row stays. */
export async function insertKey(tx: Tx, { id, origin, publicKey }: IssuerKey, at: Date): Promise<void> {
  await tx
    .insertInto('credential_key')
    .values({ id, origin, public_key: publicKey, made_at: at })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** The list of an address that has room left, held until the end of the transaction; the first one, and the one after a full one, is begun. */
export async function holdOpenList(tx: Tx, origin: string): Promise<{ id: number; taken: number }> {
  const open = await tx
    .selectFrom('status_list')
    .select(['id', 'taken'])
    .where('origin', '=', origin)
    .where('taken', '<', mostPlaces)
    .orderBy('id')
    .limit(1)
    .forUpdate()
    .executeTakeFirst()
  if (open) return open
  await tx
    .insertInto('status_list')
    .columns(['id', 'origin'])
    .expression((eb) =>
      eb
        .selectFrom('status_list')
        .select((one) => [one(one.fn.coalesce(one.fn.max('id'), one.lit(0)), '+', 1).as('id'), one.val(origin).as('origin')]),
    )
    // Somebody else begins one at this moment.
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  return holdOpenList(tx, origin)
}

export async function takePlace(tx: Tx, { id, taken }: { id: number; taken: number }): Promise<StatusPlace> {
  await tx
    .updateTable('status_list')
    .set({ taken: taken + 1 })
    .where('id', '=', id)
    .execute()
  return { listId: id, place: taken }
}

/** Every credential that counts. */
const believed = (db: ReadDb) =>
  db
    .selectFrom('certificate_credential as credential')
    .leftJoin('voided_credential_key as voided', 'voided.key_id', 'credential.key_id')
    .innerJoin('certificate', 'certificate.id', 'credential.certificate_id')
    .where('voided.key_id', 'is', null)
    .select(['certificate.code', 'credential.jwt'])

export async function selectCredential(db: ReadDb, code: string): Promise<string | null> {
  const row = await believed(db).where('certificate.code', '=', code).executeTakeFirst()
  return row?.jwt ?? null
}

export function selectCredentials(db: ReadDb): Promise<{ code: string; jwt: string }[]> {
  return believed(db).orderBy('credential.certificate_id').execute()
}

export type NewCredential = StatusPlace & { code: string; keyId: number; jwt: string }

export async function insertCredential(tx: Tx, { code, keyId, listId, place, jwt }: NewCredential, at: Date): Promise<void> {
  await tx
    .insertInto('certificate_credential')
    .columns(['certificate_id', 'key_id', 'list_id', 'place', 'jwt', 'issued_at'])
    .expression((eb) =>
      eb
        .selectFrom('certificate')
        .select((one) => [
          'certificate.id',
          one.val(keyId).as('k'),
          one.val(listId).as('l'),
          one.val(place).as('p'),
          one.val(jwt).as('j'),
          one.val(at).as('a'),
        ])
        .where('certificate.code', '=', code),
    )
    .execute()
}

/** The codes of certificates of our decisions that have no credential which counts, the oldest first. */
export async function selectUnattested(db: ReadDb, most: number): Promise<string[]> {
  const rows = await db
    .selectFrom('certificate')
    .select('code')
    .where('decision_id', 'is not', null)
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('certificate_credential as credential')
            .leftJoin('voided_credential_key as voided', 'voided.key_id', 'credential.key_id')
            .whereRef('credential.certificate_id', '=', 'certificate.id')
            .where('voided.key_id', 'is', null),
        ),
      ),
    )
    .orderBy('id')
    .limit(most)
    .execute()
  return rows.map(({ code }) => code)
}

export function selectLists(db: ReadDb): Promise<{ id: number; origin: string }[]> {
  return db.selectFrom('status_list').select(['id', 'origin']).orderBy('id').execute()
}

/** Whoever on a list is not in force any more by the act of somebody; what ran out shows its own last day. */
export function selectEnded(db: ReadDb, listId: number): Promise<{ place: number; status: CertificateStatus }[]> {
  return db
    .selectFrom('certificate_credential as credential')
    .innerJoin('certificate', 'certificate.id', 'credential.certificate_id')
    .select(['credential.place', 'certificate.status'])
    .where('credential.list_id', '=', listId)
    .where('certificate.status', '<>', 'active')
    .execute()
}
