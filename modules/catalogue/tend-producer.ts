import { NotFound } from '@dacsan/decisions'
import { dateInVietnam } from '@dacsan/vietnam'
import type { Ctx, ReadDb, Tx } from '../context.ts'
import type { OrganisationId } from '../identity/rules.ts'
import { changesOf } from './producer-changes.ts'
import type { FieldChange } from './producer-changes.ts'
import { countPasts, deletePasts, insertPast } from './producer-past.store.ts'
import { lockProducer, selectClaimable, selectNumbersIfPossible, updateOrganisation, updateProducerRow } from './producer.store.ts'
import type { ClaimableProducer, Producer, ProducerNumbers } from './producer.store.ts'
import { resolvePlace } from './place.ts'
import type { GivenPlace } from './place.ts'
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

/** What of a producer's file a change may write, as it stood before one. */
export type ProducerFile = Pick<
  Producer,
  'name' | 'kind' | 'representative' | 'address' | 'phone' | 'email' | 'about' | 'formerCommuneCode'
> &
  ProducerNumbers &
  Pick<GivenPlace, 'communeCode' | 'formerDistrict'>
/** What stood before a change, so that it can be put back: the file in which version, what was written into it, and how many lines its history had. */
export type ProducerBefore = { version: number; file: ProducerFile; wrote: ProducerChange; pasts: number }

async function fileOf(tx: Tx, producer: Producer): Promise<ProducerFile> {
  const { name, kind, representative, address, phone, email, about, formerCommuneCode, place } = producer
  const { formerDistrictCode: code } = producer
  const numbers = await selectNumbersIfPossible(tx, producer.id)
  const district = code === null ? null : { code, name: place.formerDistrict ?? '', provinceName: place.formerProvince ?? '' }
  const { communeCode } = place
  return { name, kind, representative, address, phone, email, about, ...numbers, communeCode, formerCommuneCode, formerDistrict: district }
}

async function writeFile(tx: Tx, id: ProducerId, file: ProducerFile, at: Date): Promise<void> {
  const { formerDistrict: _, ...row } = file
  const place = await resolvePlace(tx, file)
  await updateProducerRow(tx, id, { ...row, ...place, searchText: searchText(file.name, place.searchText) }, at)
  await reindexProducts(tx, (await lockProducer(tx, id))!)
}

/** What is no longer so; that a form or a place was not known until now is no past. */
const isPast = (before: ProducerFile, after: ProducerFile): boolean =>
  before.name !== after.name ||
  (before.kind !== after.kind && before.kind !== 'unknown') ||
  (before.communeCode !== after.communeCode && before.communeCode !== null)

/** The file with a change written into it; elsewhere the old commune and district are not its own. */
const changedFile = (before: ProducerFile, change: ProducerChange): ProducerFile => ({
  ...before,
  ...change,
  ...(change.communeCode !== undefined && change.communeCode !== before.communeCode && { formerCommuneCode: null, formerDistrict: null }),
})

export type ProducerChanged = { changed: Partial<Record<string, FieldChange>>; before: ProducerBefore }

/** Writes a change that somebody confirmed; a former name, form or place stays on file with its last day. Answers what changed, for the trail. */
export async function changeProducer(
  tx: Tx,
  { now }: Pick<Ctx, 'now'>,
  producer: Producer,
  change: ProducerChange,
): Promise<ProducerChanged> {
  const before = await fileOf(tx, producer)
  const pasts = await countPasts(tx, producer.id)
  const after = changedFile(before, change)
  if (isPast(before, after)) {
    const { name, kind, communeCode } = before
    await insertPast(tx, producer.id, { until: dateInVietnam(now), name, kind, communeCode })
  }
  await writeFile(tx, producer.id, after, now)
  return { changed: changesOf(before, after), before: { version: producer.version, file: before, wrote: change, pasts } }
}

/**
 * Puts back what stood before a change that should not have been. `keepsOthers`: somebody else has written since, and only what stands as the change
 * wrote it is put back. What the register was called meanwhile by mistake is no past of the producer.
 */
export async function putBackProducer(
  tx: Tx,
  { now }: Pick<Ctx, 'now'>,
  producer: Producer,
  before: ProducerBefore,
  { keepsOthers }: { keepsOthers: boolean },
): Promise<ProducerChanged['changed']> {
  const { file, wrote, pasts } = before
  const current = await fileOf(tx, producer)
  const after = keepsOthers ? withoutChange(current, before) : file
  const isAsBefore = after.name === file.name && after.kind === file.kind && after.communeCode === file.communeCode
  if (!keepsOthers) await deletePasts(tx, producer.id, { from: pasts + 1 })
  else if (isAsBefore && isPast(file, changedFile(file, wrote))) await deletePasts(tx, producer.id, { from: pasts + 1, to: pasts + 1 })
  await writeFile(tx, producer.id, after, now)
  return changesOf(current, after)
}

/** A file without what a change wrote into it and nobody has written over: also the one that a later change found. */
export function withoutChange(current: ProducerFile, { file, wrote }: Pick<ProducerBefore, 'file' | 'wrote'>): ProducerFile {
  const own = (Object.keys(wrote) as (keyof ProducerChange)[]).filter((field) => current[field] === wrote[field])
  const back = Object.fromEntries(own.map((field) => [field, file[field]])) as Partial<ProducerFile>
  const { formerCommuneCode, formerDistrict } = file
  return { ...current, ...back, ...(own.includes('communeCode') && { formerCommuneCode, formerDistrict }) }
}

/** Producers of the public register by their name, a product, a place of today or of before, or the number of a certificate: what everybody may read. */
export async function searchProducers({ db }: { db: ReadDb }, text: string, limit = 8): Promise<ClaimableProducer[]> {
  const words = prefixQuery(text)
  return words === null ? [] : selectClaimable(db, { text, words, limit })
}
