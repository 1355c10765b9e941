import { Forbidden, NotFound } from '@dacsan/decisions'
import type { Ctx } from '../../context.ts'
import { requirePerson } from '../../identity/index.ts'
import { selectCriteria } from './contest.store.ts'
import { selectEntries, selectEntryPhotos } from './entry.store.ts'
import { missingOf } from './judge.ts'
import { selectConflicts, selectJuriesOf, selectJuror, selectMarks, selectOwnEntries } from './jury.store.ts'
import { knownContest } from './policy.ts'
import type { ContestJurorId } from './rules/ids.ts'

type Reader = Pick<Ctx, 'db' | 'actor' | 'now'>

/** The contests that somebody judges. */
export async function listOwnJuries(ctx: Reader) {
  const { userId } = requirePerson(ctx.actor)
  const juries = await selectJuriesOf(ctx.db, userId)
  return juries.map(({ contestStatus, status, ...one }) => ({
    ...one,
    isOpen: contestStatus === 'judging' && status === 'named',
    isBefore: contestStatus === 'open',
    isHandedIn: status === 'handed-in',
  }))
}

/** The sheet of whoever asks; nobody else's is there. */
async function ownSheet(ctx: Reader, jurorId: ContestJurorId) {
  const juror = await selectJuror(ctx.db, jurorId)
  if (ctx.actor.kind === 'visitor') throw new Forbidden('sign-in')
  if (!juror || ctx.actor.kind !== 'person' || juror.userId !== ctx.actor.userId || juror.status === 'released')
    throw new NotFound('No such contest-sheet')
  const contest = await knownContest(ctx.db, juror.contestId)
  const isShown = contest.judgingAt !== null && contest.status !== 'cancelled'
  return { juror, contest, isShown }
}

/**
 * What a juror sees of the entries: their numbers and their photos. No title, no words, no name, no telephone, no producer and no product: each of them may
 * say who made it.
 */
export async function findSheet(ctx: Reader, jurorId: ContestJurorId) {
  const { juror, contest, isShown } = await ownSheet(ctx, jurorId)
  const [criteria, all, photos, marks, declared, own, missing] = await Promise.all([
    selectCriteria(ctx.db, contest.id),
    isShown ? selectEntries(ctx.db, contest.id) : [],
    isShown ? selectEntryPhotos(ctx.db, contest.id) : [],
    selectMarks(ctx.db, [jurorId]),
    selectConflicts(ctx.db, [jurorId]),
    selectOwnEntries(ctx.db, contest.id, juror.userId),
    isShown ? missingOf(ctx.db, juror) : [],
  ])
  const entries = all
    .filter(({ status }) => status === 'entered')
    .map(({ id, number }) => {
      const points = marks.filter(({ entryId }) => entryId === id)
      const conflict = declared.find(({ entryId }) => entryId === id)
      return {
        id,
        number,
        photos: photos.filter(({ entryId }) => entryId === id).map(({ hash }) => hash),
        points: points.map(({ criterion, points: given }) => ({ criterion, points: given })),
        sum: points.length > 0 ? points.reduce((sum, { points: given }) => sum + given, 0) : null,
        conflict: conflict ? conflict.words : null,
        isOwn: own.has(id),
      }
    })
  const isOpen = contest.status === 'judging' && juror.status === 'named'
  return {
    sheet: { id: juror.id, handedInAt: juror.handedInAt, isOpen, isBefore: contest.status === 'open' || contest.status === 'draft' },
    contest: { name: contest.name, about: contest.about, judgeBy: contest.judgeBy, closesAt: contest.closesAt },
    criteria,
    entries,
    missing,
  }
}

/** One of the photos that a juror sees. */
export async function openSheetPhoto(ctx: Reader & Pick<Ctx, 'files'>, jurorId: ContestJurorId, hash: string) {
  const { contest, isShown } = await ownSheet(ctx, jurorId)
  const shown = isShown ? await shownHashes(ctx, contest.id) : new Set<string>()
  const opened = shown.has(hash) ? await ctx.files.open(hash) : null
  if (!opened) throw new NotFound('No such photo')
  return { ...opened, mediaType: 'image/webp', name: 'anh.webp' }
}

/** The photos of the entries that take part. */
export async function shownHashes({ db }: Pick<Ctx, 'db'>, contestId: Parameters<typeof selectEntries>[1]): Promise<Set<string>> {
  const [entries, photos] = await Promise.all([selectEntries(db, contestId), selectEntryPhotos(db, contestId)])
  const live = new Set(entries.filter(({ status }) => status === 'entered').map(({ id }) => id))
  return new Set(photos.filter(({ entryId }) => live.has(entryId)).map(({ hash }) => hash))
}

/** What handing in would make final, for the step before it. */
export async function sheetFollows(ctx: Reader, jurorId: ContestJurorId) {
  const { sheet, contest, entries, missing } = await findSheet(ctx, jurorId)
  const conflicts = entries.filter(({ conflict, isOwn }) => conflict !== null || isOwn).length
  return { isOpen: sheet.isOpen && missing.length === 0, name: contest.name, marked: entries.length - conflicts, conflicts }
}
