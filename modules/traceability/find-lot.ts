import type { Readable } from 'node:stream'
import { NotFound, mayOf } from '@dacsan/decisions'
import { readTraceCode } from '@dacsan/gs1'
import { dateInVietnam } from '@dacsan/vietnam'
import { aisleOf } from '../catalogue/index.ts'
import type { Ctx } from '../context.ts'
import { grantsOf } from '../identity/rules.ts'
import { ruleOn } from '../law/index.ts'
import { selectDiary, selectDiaryFile, selectDiaryPhoto } from './diary.store.ts'
import { selectPacked, selectSheets } from './label.store.ts'
import { selectLot, selectLotsOfProducer } from './lot.store.ts'
import { isMaker, mayRead, ownProducer } from './policy.ts'
import { countLabels, lotActs, openDiaryKinds, surplusLabels, tapsOf, tiesOfLot } from './rules.ts'
import type { LotCard, LotView } from './rules.ts'
import type { LotId } from './rules/ids.ts'
import { selectScannedLotByCode, selectTally } from './scan.store.ts'

type Reader = Pick<Ctx, 'db' | 'actor'>

const usualTaps = async ({ db, now }: Pick<Ctx, 'db' | 'now'>, setCode: string) =>
  tapsOf((await ruleOn(db, 'diary.taps', dateInVietnam(now))).value, { setCode, aisle: aisleOf(setCode) })

/** The lots of the signed-in producer, newest first. */
export async function lotsOfProducer(ctx: Reader): Promise<LotCard[]> {
  const producer = await ownProducer(ctx)
  return selectLotsOfProducer(ctx.db, producer.id)
}

/** One lot with its diary, printed labels and scans: for its maker, and for those who look into doubts. */
export async function findLot(ctx: Reader & Pick<Ctx, 'now'>, lotId: LotId): Promise<LotView> {
  const lot = await selectLot(ctx.db, lotId)
  if (!lot || !mayRead(ctx.actor, lot)) throw new NotFound('No such lot', { lotId })
  const [taps, diary, sheets, packed, scans] = await Promise.all([
    usualTaps(ctx, lot.setCode),
    selectDiary(ctx.db, lotId),
    selectSheets(ctx.db, lotId),
    selectPacked(ctx.db, lotId),
    selectTally(ctx.db, lot.traceCode),
  ])
  const isOwn = isMaker(ctx.actor, lot)
  const may = mayOf(lotActs, lot.status, grantsOf(ctx.actor, tiesOfLot(lot)))
  return {
    ...lot,
    diary,
    scans,
    isOwn,
    sheets: isOwn ? sheets : [],
    labels: countLabels(sheets),
    surplusLabels: surplusLabels(lot.quantity, packed, sheets),
    may,
    taps: taps.filter(({ kind }) => openDiaryKinds(may).includes(kind)),
    diaryKinds: openDiaryKinds(may),
  }
}

/** A photo or a spoken note of a diary, for its maker and those who look into doubts. */
export async function openDiaryFile(ctx: Pick<Ctx, 'db' | 'actor' | 'files'>, lotId: LotId, hash: string): Promise<DiaryPhoto> {
  const lot = await selectLot(ctx.db, lotId)
  const kept = lot && mayRead(ctx.actor, lot) ? await selectDiaryFile(ctx.db, lotId, hash) : undefined
  const file = kept && (await ctx.files.open(hash))
  if (!kept || !file) throw new NotFound('No such file', { hash })
  return { ...file, mediaType: kept.mediaType }
}

export type DiaryPhoto = { stream: Readable; size: number; mediaType: string }

/** A photo of a lot's diary, for whoever holds the code of the label. */
export async function openDiaryPhoto(ctx: Pick<Ctx, 'db' | 'files'>, typedCode: string, hash: string): Promise<DiaryPhoto> {
  const code = readTraceCode(typedCode)
  const lot = code && (await selectScannedLotByCode(ctx.db, code))
  const photo = lot && (await selectDiaryPhoto(ctx.db, lot.lotId, hash))
  const file = photo && (await ctx.files.open(hash))
  if (!photo || !file) throw new NotFound('No such photo', { hash })
  return { ...file, mediaType: photo.mediaType }
}
