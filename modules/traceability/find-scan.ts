import { NotFound } from '@dacsan/decisions'
import { readTraceCode } from '@dacsan/gs1'
import { dateInVietnam } from '@dacsan/vietnam'
import { findMainPhoto, findProductSet, openProducerNumbers, registerDay } from '../catalogue/index.ts'
import { certificateState, extensionOf } from '../catalogue/rules.ts'
import type { PackId, ProducerKind, Standing } from '../catalogue/rules.ts'
import { findCertificate } from '../certificates/index.ts'
import type { Ctx, ReadDb } from '../context.ts'
import { qualityPapersOf } from '../dossiers/index.ts'
import { selectDiary } from './diary.store.ts'
import { publicInputsOf } from './materials/find-materials.ts'
import type { Scan, ScanAnswer, ScannedUnit, UnknownCode } from './rules.ts'
import type { LotId } from './rules/ids.ts'
import { selectLotInPack, selectScannedLotByCode, selectScannedLotByNumber, selectScannedProduct, selectTally } from './scan.store.ts'
import type { ScannedLot, ScannedProduct } from './scan.store.ts'
import { findUnit } from './units/find-unit.ts'

/** What a code says by itself: our own trace code, or what a GS1 Digital Link names. */
export type ScanKey = { traceCode: string; serial?: string } | { gtin: string; lot?: string; variant?: string; serial?: string }

type Reader = Pick<Ctx, 'db' | 'now'>

/** Everything that anyone may read off a code. Labels carry no variant of ours, and serials of their own lot alone: other such numbers were not given out here. */
export async function findScan(ctx: Reader, key: ScanKey): Promise<ScanAnswer> {
  const named = await selectScanned(ctx.db, key)
  if ('reason' in named) return { known: false, ...named }
  const unit = await unitOf(ctx.db, named, key.serial)
  if (unit === undefined) return { known: false, ...notIssued(named) }
  const row = await inPackOfUnit(ctx.db, named, { key, unit })
  if (!row) return { known: false, ...notIssued(named) }
  const lot = 'lotId' in row ? row : null
  const code = lot ? lot.lotCode : row.productCode
  const [certificate, taxCode, qualityPapers, diary, inputs, scans, photo] = await Promise.all([
    certificateOf(ctx, row),
    shownTaxCode(ctx, row),
    qualityPapersOf(ctx.db, row.productId, dateInVietnam(ctx.now)),
    lot ? selectDiary(ctx.db, lot.lotId) : [],
    lot ? publicInputsOf(ctx.db, lot.lotId) : [],
    selectTally(ctx.db, code),
    findMainPhoto(ctx.db, row.productId),
  ])
  return {
    known: true,
    scan: {
      ...scanOf(row, taxCode),
      code,
      lot: lot && lotOf(lot),
      unit,
      certificate,
      qualityPapers,
      diary: diary.map(publicEntry),
      inputs,
      scans,
      photo,
    },
  }
}

/** The same of a lot that is known to be there, in one of its packs, as the label of that will tell it. */
export async function findScanOfLot(ctx: Reader, lotId: LotId, packId: PackId): Promise<LotScan> {
  const row = await selectLotInPack(ctx.db, lotId, packId)
  if (!row) throw new NotFound('No such lot', { lotId })
  return { ...scanOf(row, await shownTaxCode(ctx, row)), lot: lotOf(row), certificate: await certificateOf(ctx, row) }
}

export type LotScan = Pick<Scan, 'product' | 'producer' | 'certificate'> & { lot: NonNullable<Scan['lot']> }

async function selectScanned(db: ReadDb, key: ScanKey): Promise<ScannedLot | ScannedProduct | UnknownCode> {
  if ('traceCode' in key) {
    const code = readTraceCode(key.traceCode)
    const found = code && ((await selectScannedLotByCode(db, code)) ?? (await selectScannedProduct(db, 'trace_code', code)))
    return found ?? { reason: 'unknown-code', product: null, lotId: null }
  }
  const lot = key.lot === undefined ? undefined : await selectScannedLotByNumber(db, key.gtin, key.lot)
  const found = lot ?? (await selectScannedProduct(db, 'gtin', key.gtin))
  if (!found) return { reason: 'unknown-code', product: null, lotId: null }
  if (key.lot !== undefined && !lot) return { ...notIssued(found), reason: 'unknown-lot', lotId: null }
  return key.variant === undefined ? found : notIssued(found)
}

const notIssued = (row: ScannedLot | ScannedProduct): UnknownCode => ({
  reason: 'number-not-issued',
  product: { name: row.productName, producer: row.producerName },
  lotId: 'lotId' in row ? row.lotId : null,
})

/** Null where the code names no unit, undefined where it names one that does not exist. */
async function unitOf(db: ReadDb, row: ScannedLot | ScannedProduct, serial: string | undefined): Promise<ScannedUnit | null | undefined> {
  if (serial === undefined) return null
  return 'lotId' in row ? findUnit(db, { lotId: row.lotId, traceCode: row.lotCode }, serial) : undefined
}

/** What is said of a unit is said of its pack: a trace code names none, and under the GTIN of another pack its number was not given out. */
async function inPackOfUnit(
  db: ReadDb,
  row: ScannedLot | ScannedProduct,
  { key, unit }: { key: ScanKey; unit: ScannedUnit | null },
): Promise<ScannedLot | ScannedProduct | undefined> {
  if (!unit?.packId || unit.packId === row.packId || !('lotId' in row)) return row
  return 'traceCode' in key ? selectLotInPack(db, row.lotId, unit.packId) : undefined
}

/** What the certificate is worth today, as the register says it; products of old sources may have none on file. */
async function certificateOf(ctx: Reader, row: ScannedProduct): Promise<Scan['certificate']> {
  const [own, day] = await Promise.all([
    row.certificateCode === null ? undefined : findCertificate(ctx, row.certificateCode),
    registerDay(ctx),
  ])
  const standing = { ...row, standing: row.standing as Standing }
  const state = certificateState(standing, day)
  return {
    state,
    stars: row.stars,
    code: row.certificateCode,
    from: row.certifiedFrom,
    until: row.certifiedUntil,
    extendedUntil: extensionOf(standing, day),
    validityInferred: row.validityInferred,
    decisionNumber: own?.decisionNumber ?? null,
    decisionDate: own?.decisionDate ?? null,
    authority: own?.authority ?? null,
  }
}

function setOf(code: string): Scan['product']['set'] {
  const set = findProductSet(code)
  return set ? { name: set.name, group: set.group } : null
}

/** Of whom something was bought is nobody's business: neither words nor photo of a purchase are shown. */
const publicEntry = ({ at, kind, text, fileHash }: Scan['diary'][number]) =>
  kind === 'buy-material' ? { at, kind, text: '', fileHash: null } : { at, kind, text, fileHash }

const isOrganisation = ({ producerKind }: ScannedProduct) => producerKind === 'cooperative' || producerKind === 'company'

/** Only of organisations: a household's is the identity number of a person. */
async function shownTaxCode({ db }: Reader, row: ScannedProduct): Promise<string | null> {
  if (!isOrganisation(row) || row.taxCode === null) return null
  return (await openProducerNumbers({ db }, row.producerId, { taxCode: row.taxCode, registrationNo: null })).taxCode
}

function scanOf(row: ScannedProduct, taxCode: string | null): Pick<Scan, 'product' | 'producer'> {
  const kind = row.producerKind as ProducerKind
  const { communeCode, commune, formerCommune, formerDistrict, formerProvince, province } = row
  return {
    product: {
      id: row.productId,
      traceCode: row.productCode,
      name: row.productName,
      slug: row.inRegister ? row.productSlug : null,
      setCode: row.setCode,
      set: setOf(row.setCode),
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
      address: isOrganisation(row) ? row.address : null,
      isHome: kind === 'household' || kind === 'farm',
      taxCode,
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
    status: row.status,
    recallReason: row.recallReason,
    recalledAt: row.recalledAt,
    standards: row.standards,
    isSample: row.lotIsSample,
  }
}
