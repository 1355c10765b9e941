import { NotFound } from '@dacsan/decisions'
import { readTraceCode } from '@dacsan/gs1'
import { dateInVietnam } from '@dacsan/vietnam'
import type { ProducerKind, Standing } from '../catalogue/rules.ts'
import type { Ctx, ReadDb } from '../context.ts'
import { selectDiary } from './diary.store.ts'
import type { LotStatus, Scan, ScanAnswer, UnknownCode } from './rules.ts'
import { addScan, selectScannedLotByCode, selectScannedLotById, selectScannedLotByNumber, selectScannedProduct, selectTally } from './scan.store.ts'
import type { ScannedLot, ScannedProduct } from './scan.store.ts'

/** What a code says by itself: our own trace code, or what a GS1 Digital Link names. */
export type ScanKey = { traceCode: string } | { gtin: string; lot?: string; variant?: string; serial?: string }

/** Everything that anyone may read off a code. Labels carry no serial and no variant of ours: such a number was not given out here. */
export async function findScan(db: ReadDb, key: ScanKey): Promise<ScanAnswer> {
  const row = await selectScanned(db, key)
  if ('reason' in row) return { known: false, ...row }
  const lot = 'lotId' in row ? row : null
  const code = lot ? lot.lotCode : row.productCode
  const [diary, scans] = await Promise.all([lot ? selectDiary(db, lot.lotId) : [], selectTally(db, code)])
  return { known: true, scan: { ...scanOf(row), code, lot: lot && lotOf(lot), diary: diary.map(publicEntry), scans } }
}

/** The same of a lot that is known to be there, as its label will tell it. */
export async function findScanOfLot(db: ReadDb, lotId: string): Promise<Scan & { lot: NonNullable<Scan['lot']> }> {
  const row = await selectScannedLotById(db, lotId)
  if (!row) throw new NotFound('No such lot', { lotId })
  return { ...scanOf(row), code: row.lotCode, lot: lotOf(row), diary: [], scans: null }
}

/** One more scan of a code that {@link findScan} knew: a number for the day, nothing about who or where. */
export async function countScan(ctx: Pick<Ctx, 'db' | 'now'>, code: string): Promise<void> {
  await addScan(ctx.db, code, dateInVietnam(ctx.now))
}

async function selectScanned(db: ReadDb, key: ScanKey): Promise<ScannedLot | ScannedProduct | UnknownCode> {
  if ('traceCode' in key) {
    const code = readTraceCode(key.traceCode)
    const found = code && ((await selectScannedLotByCode(db, code)) ?? (await selectScannedProduct(db, 'trace_code', code)))
    return found ?? { reason: 'unknown-code', product: null }
  }
  const lot = key.lot === undefined ? undefined : await selectScannedLotByNumber(db, key.gtin, key.lot)
  const found = lot ?? (await selectScannedProduct(db, 'gtin', key.gtin))
  if (!found) return { reason: 'unknown-code', product: null }
  const product = { name: found.productName, producer: found.producerName }
  if (key.lot !== undefined && !lot) return { reason: 'unknown-lot', product }
  if (key.serial !== undefined || key.variant !== undefined) return { reason: 'number-not-issued', product }
  return found
}

const publicEntry = ({ at, kind, text, fileHash }: Scan['diary'][number]) => ({ at, kind, text, fileHash })

function scanOf(row: ScannedProduct): Omit<Scan, 'code' | 'lot' | 'diary' | 'scans'> {
  const kind = row.producerKind as ProducerKind
  const isOrganisation = kind === 'cooperative' || kind === 'company'
  const { communeCode, commune, formerCommune, formerDistrict, formerProvince, province } = row
  return {
    product: {
      id: row.productId,
      name: row.productName,
      slug: row.inRegister ? row.productSlug : null,
      setCode: row.setCode,
      gtin: row.gtin,
      brand: row.brand,
      netContent: row.netContent,
      ingredients: row.ingredients,
      storage: row.storage,
      usageNote: row.usageNote,
      isSample: row.productIsSample,
    },
    producer: {
      name: row.producerName,
      slug: row.producerSlug,
      kind,
      place: { communeCode, commune, formerCommune, formerDistrict, formerProvince, province },
      address: isOrganisation ? row.address : null,
      taxCode: isOrganisation ? row.taxCode : null,
    },
    certificate: {
      standing: row.standing as Standing,
      potentialFive: row.potentialFive,
      certifiedUntil: row.certifiedUntil,
      stars: row.stars,
      code: row.certificateCode,
      certifiedFrom: row.certifiedFrom,
      validityInferred: row.validityInferred,
      decisionNumber: row.decisionNumber,
      decisionDate: row.decisionDate,
      authority: row.authority,
    },
  }
}

function lotOf(row: ScannedLot): NonNullable<Scan['lot']> {
  return {
    id: row.lotId,
    number: row.number,
    traceCode: row.lotCode,
    madeOn: row.madeOn,
    expiresOn: row.expiresOn,
    quantity: row.quantity,
    unit: row.unit,
    status: row.status as LotStatus,
    recallReason: row.recallReason,
    recalledAt: row.recalledAt,
    standards: row.standards,
    isSample: row.lotIsSample,
  }
}
