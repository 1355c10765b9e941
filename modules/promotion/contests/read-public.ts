import { NotFound } from '@dacsan/decisions'
import { dateInVietnam } from '@dacsan/vietnam'
import type { Ctx, ReadDb } from '../../context.ts'
import { ruleOn } from '../../law/index.ts'
import { selectContestBySlug, selectCriteria, selectPrizes, selectPublicContests } from './contest.store.ts'
import type { StoredContest } from './contest.store.ts'
import { takesEntries } from './enter.ts'
import { selectEntries, selectEntriesBy, selectEntryByNumber, selectEntryPhotos, selectEntryProducts } from './entry.store.ts'
import type { StoredEntry } from './entry.store.ts'
import { holdsEntry, publicContest } from './policy.ts'
import { mostEntryPhotos } from './rules/names.ts'
import { selectResult, selectVotes } from './result.store.ts'
import { shownHashes } from './read-sheet.ts'

type Reader = Pick<Ctx, 'db' | 'actor' | 'now'>

const factsOf = (contest: StoredContest, now: Date) => ({
  slug: contest.slug,
  name: contest.name,
  about: contest.about,
  organiser: contest.organiser,
  opensAt: contest.opensAt,
  closesAt: contest.closesAt,
  takesEntries: takesEntries(contest, now),
  isBefore: contest.status === 'open' && now < contest.opensAt,
  isJudging: contest.judgingAt !== null && contest.publishedAt === null && contest.cancelReason === null,
  isPublished: contest.publishedAt !== null,
  publishedOn: contest.publishedAt && dateInVietnam(contest.publishedAt),
  cancelReason: contest.cancelReason,
  isSample: contest.isSample,
})

export async function listPublicContests({ db, now }: Pick<Ctx, 'db' | 'now'>) {
  return { contests: (await selectPublicContests(db)).map((one) => factsOf(one, now)) }
}

/** A name stands there by the consent of whoever it is. */
const shownName = ({ showsName, entrantName, producerName }: StoredEntry): string | null =>
  showsName ? (producerName ?? entrantName) : null

/** Everything that was published of a result, with what was taken back since. */
async function publicResult(db: ReadDb, contest: StoredContest) {
  if (contest.publishedAt === null) return null
  const [lines, entries, photos, products, votes] = await Promise.all([
    selectResult(db, contest.id),
    selectEntries(db, contest.id),
    selectEntryPhotos(db, contest.id),
    selectEntryProducts(db, contest.id),
    selectVotes(db, contest.id),
  ])
  return {
    votes: votes.map(({ numbers, words }) => ({ numbers, words })),
    lines: lines.map(({ entryId, withdrawnAt, ...line }) => {
      const entry = entries.find(({ id }) => id === entryId)!
      return {
        ...line,
        number: entry.number,
        title: entry.erasedAt ? null : entry.title,
        about: entry.about,
        name: shownName(entry),
        producerSlug: entry.showsName ? entry.producerSlug : null,
        photos: photos.filter((one) => one.entryId === entryId).map(({ hash }) => hash),
        products: products.filter((one) => one.entryId === entryId).map(({ slug, name, stars }) => ({ slug, name, stars })),
        withdrawnOn: withdrawnAt && dateInVietnam(withdrawnAt),
      }
    }),
  }
}

/** The page of a contest: what is asked, until when, and in the end everything that was decided. */
export async function findPublicContest(ctx: Reader, slug: string) {
  const contest = publicContest(await selectContestBySlug(ctx.db, slug))
  const [criteria, prizes, entries, result, keepMonths, limits] = await Promise.all([
    selectCriteria(ctx.db, contest.id),
    selectPrizes(ctx.db, contest.id),
    selectEntries(ctx.db, contest.id),
    publicResult(ctx.db, contest),
    ruleOn(ctx.db, 'contest.keep-months', dateInVietnam(ctx.now)),
    ruleOn(ctx.db, 'contest.entry-limits', dateInVietnam(ctx.now)),
  ])
  const own = ctx.actor.kind === 'person' ? await selectEntriesBy(ctx.db, contest.id, ctx.actor.userId) : []
  return {
    contest: {
      ...factsOf(contest, ctx.now),
      rulesText: contest.rulesText,
      fair: contest.fairName && contest.fairSlug ? { name: contest.fairName, slug: contest.fairSlug } : null,
      letterNumber: contest.letterNumber,
      letterOn: contest.letterOn,
      keepMonths: keepMonths.value,
      perPhone: limits.value.perPhone,
    },
    mostPhotos: mostEntryPhotos,
    criteria,
    prizes,
    entered: entries.filter(({ status }) => status === 'entered').length,
    own: own.map(({ number, title }) => ({ number, title })),
    result,
  }
}

/** An entry for whoever holds it; to anybody else it is not there. */
export async function findOwnEntry(ctx: Reader, slug: string, { number, secret }: { number: number; secret: string }) {
  const contest = publicContest(await selectContestBySlug(ctx.db, slug))
  const entry = Number.isSafeInteger(number) ? await selectEntryByNumber(ctx.db, contest.id, number) : undefined
  if (!entry || !holdsEntry(ctx.actor, entry, secret)) throw new NotFound('No such contest-entry')
  const [photos, products, result] = await Promise.all([
    selectEntryPhotos(ctx.db, contest.id),
    selectEntryProducts(ctx.db, contest.id),
    contest.publishedAt === null ? [] : selectResult(ctx.db, contest.id),
  ])
  const line = result.find(({ entryId }) => entryId === entry.id)
  const isEntered = entry.status === 'entered'
  return {
    contest: { slug: contest.slug, name: contest.name, closesAt: contest.closesAt },
    entry: {
      id: entry.id,
      number: entry.number,
      title: entry.title,
      about: entry.about,
      entrantName: entry.entrantName,
      showsName: entry.showsName,
      setAsideReason: entry.setAsideReason,
      isWithdrawn: entry.status === 'withdrawn',
      isSetAside: entry.status === 'set-aside',
    },
    photos: photos.filter((one) => one.entryId === entry.id).map(({ hash }) => hash),
    products: products.filter((one) => one.entryId === entry.id).map(({ name }) => name),
    mayChange: isEntered && takesEntries(contest, ctx.now),
    place: line ? { place: line.place, points: line.points, sheets: line.sheets } : null,
    mostPhotos: mostEntryPhotos,
  }
}

const photo = async ({ files }: Pick<Ctx, 'files'>, isThere: boolean, hash: string) => {
  const opened = isThere ? await files.open(hash) : null
  if (!opened) throw new NotFound('No such photo')
  return { ...opened, mediaType: 'image/webp', name: 'anh.webp' }
}

/** A photo that everybody sees: of a published contest, of an entry that took part. */
export async function openContestPhoto(ctx: Pick<Ctx, 'db' | 'files'>, slug: string, hash: string) {
  const contest = await selectContestBySlug(ctx.db, slug)
  const isThere = contest !== undefined && contest.publishedAt !== null && (await shownHashes(ctx, contest.id)).has(hash)
  return photo(ctx, isThere, hash)
}

/** A photo of an entry, for whoever holds it. */
export async function openOwnEntryPhoto(
  ctx: Reader & Pick<Ctx, 'files'>,
  slug: string,
  held: { number: number; secret: string },
  hash: string,
) {
  const { photos } = await findOwnEntry(ctx, slug, held)
  return photo(ctx, photos.includes(hash), hash)
}
