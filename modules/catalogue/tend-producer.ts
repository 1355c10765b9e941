import { NotFound } from '@dacsan/decisions'
import { dateInVietnam } from '@dacsan/vietnam'
import type { Ctx, ReadDb, Tx } from '../context.ts'
import type { OrganisationId } from '../identity/rules.ts'
import { changesOf } from './producer-changes.ts'
import type { FieldChange } from './producer-changes.ts'
import { insertPast } from './producer-past.store.ts'
import { lockProducer, selectClaimable, selectNumbersIfPossible, updateOrganisation, updateProducerRow } from './producer.store.ts'
import type { ClaimableProducer, Producer } from './producer.store.ts'
import { resolvePlace } from './place.ts'
import type { ProducerId } from './rules/ids.ts'
import type { ProducerKind } from './rules/producer-kind.ts'
import { reindexProducts } from './search-index.ts'
import { prefixQuery, searchText } from './search-text.ts'

// For rooms that stand above this one, hold a transaction and have judged who asks.

/** The producer, locked; throws where there is none. */
export async function holdProducer(tx: Tx, id: ProducerId): Promise<Producer> {
  const producer = await lockProducer(tx, id)
  if (!producer) throw new NotFound('No such producer', { id })
  return producer
}

/** Gives a producer into the hands of an organisation, or takes it out of them: its products stay as they are. */
export async function linkProducer(tx: Tx, id: ProducerId, organisationId: OrganisationId | null, at: Date): Promise<void> {
  await updateOrganisation(tx, id, organisationId, at)
}

/** What of its file is written anew; absent: it stays. */
export type ProducerChange = {
  name?: string
  kind?: ProducerKind
  communeCode?: string
  taxCode?: string | null
  registrationNo?: string | null
  representative?: string | null
  address?: string | null
  phone?: string | null
  email?: string | null
}

/** Writes a change that somebody confirmed; a former name, form or place stays on file with its last day. Answers what changed, for the trail. */
export async function changeProducer(
  tx: Tx,
  { now }: Pick<Ctx, 'now'>,
  producer: Producer,
  change: ProducerChange,
): Promise<Partial<Record<string, FieldChange>>> {
  const numbers = await selectNumbersIfPossible(tx, producer.id)
  const communeCode = change.communeCode ?? producer.place.communeCode
  const stayed = communeCode === producer.place.communeCode
  const formerCommuneCode = stayed ? producer.formerCommuneCode : null
  const { formerDistrictCode: code, place: was } = producer
  const district = stayed && code !== null ? { code, name: was.formerDistrict ?? '', provinceName: was.formerProvince ?? '' } : null
  const place = await resolvePlace(tx, { communeCode, formerCommuneCode, formerDistrict: district })
  const before = { ...producer, ...numbers, communeCode: producer.place.communeCode, formerCommuneCode: producer.formerCommuneCode }
  const after = { ...before, ...change, communeCode, formerCommuneCode }
  if (before.name !== after.name || before.kind !== after.kind || before.communeCode !== after.communeCode)
    await insertPast(tx, producer.id, {
      until: dateInVietnam(now),
      name: before.name,
      kind: before.kind,
      communeCode: before.communeCode,
    })
  const { name, kind, representative, address, phone, email, about, taxCode, registrationNo } = after
  const row = { name, kind, representative, address, phone, email, about, taxCode, registrationNo, communeCode, formerCommuneCode }
  await updateProducerRow(tx, producer.id, { ...row, ...place, searchText: searchText(name, place.searchText) }, now)
  await reindexProducts(tx, (await lockProducer(tx, producer.id))!)
  return changesOf(before, after)
}

/** Producers of the public register by their name, a product, a place of today or of before, or the number of a certificate: what everybody may read. */
export async function searchProducers({ db }: { db: ReadDb }, text: string, limit = 8): Promise<ClaimableProducer[]> {
  const words = prefixQuery(text)
  return words === null ? [] : selectClaimable(db, { text, words, limit })
}
