import type { May } from '@dacsan/decisions'
import type { PlainDate } from '@dacsan/vietnam'
import type { CertificateState, MainPhoto, PackId, Place, ProducerId, ProducerKind, ProductId } from '../../catalogue/rules.ts'
import type { QualityPaper } from '../../dossiers/rules.ts'
import type { OrganisationId } from '../../identity/rules.ts'
import type { DoubtStatus, LotStatus, doubtActs, lotActs } from '../acts.ts'
import type { DiaryKind, DiaryTap } from './diary.ts'
import type { DiaryEntryId, DoubtId, LabelSheetId, LotId } from './ids.ts'
import type { CountedSheet, LabelCounts } from './label-counts.ts'
import type { PublicInput } from './materials.ts'
import type { UnitState } from './unit.ts'

export type LotCard = {
  id: LotId
  number: string
  traceCode: string
  madeOn: PlainDate
  expiresOn: PlainDate | null
  quantity: number
  unit: string
  status: LotStatus
  isSample: boolean
  product: { id: ProductId; slug: string; name: string; gtin: string | null }
  producer: { id: ProducerId; name: string; organisationId: OrganisationId | null }
  labelsPrinted: number
  labelsSpoiled: number
  entries: number
}

export type DiaryEntry = {
  id: DiaryEntryId
  at: Date
  kind: DiaryKind
  text: string
  /** In thousandths of the unit; not public, as the place and the voice are not. */
  quantity: number | null
  unit: string | null
  place: string | null
  fileHash: string | null
  voiceHash: string | null
  recordedBy: string | null
}
export type PrintedSheet = CountedSheet & {
  id: LabelSheetId
  packId: PackId
  packName: string | null
  layout: string
  printedAt: Date
  /** The first of its units where its labels carry serials. */
  firstUnit: number | null
}

export type LotView = LotCard & {
  standards: string | null
  /** Null while it was not recalled. */
  recall: { reason: string; at: Date; by: string | null } | null
  openedAt: Date
  diary: DiaryEntry[]
  scans: ScanTally
  /** Whether the reader works for its maker. */
  isOwn: boolean
  /** The sheets of labels that the reader may draw again. */
  sheets: PrintedSheet[]
  labels: LabelCounts
  /** Labels that were printed beyond the goods of the lot. */
  surplusLabels: number
  /** What the reader may do with it now, or why not. */
  may: May<typeof lotActs, LotStatus>
  /** What its diary offers the reader at one tap: what is usual with such goods, as far as the reader may write it now. */
  taps: readonly DiaryTap[]
  /** What the reader may write into its diary now. */
  diaryKinds: DiaryKind[]
}

/** How often one code was scanned; null before the first time. */
export type ScanTally = { count: number; firstOn: PlainDate } | null

/** One unit of a lot, whose label carries a serial number of its own. */
export type ScannedUnit = {
  index: number
  serial: string
  /** The pack that its label was printed for; null where no sheet has it. */
  packId: PackId | null
  state: UnitState
  appliedAt: Date | null
  seen: { count: number; firstAt: Date } | null
}

/** What anyone may read off a scanned code. Null is "not known", never a guess. */
export type Scan = {
  /** What scans are counted under: the trace code of the lot, else of the product. */
  code: string
  product: {
    id: ProductId
    traceCode: string
    name: string
    /** The address of its page; null while it is not in the register. */
    slug: string | null
    setCode: string
    /** Its set of criteria and the group of sets, in the words of the decision; null where the code names none. */
    set: { name: string; group: string } | null
    gtin: string | null
    brand: string | null
    netContent: string | null
    ingredients: string | null
    storage: string | null
    usageNote: string | null
    isSample: boolean
  }
  producer: {
    name: string
    slug: string
    kind: ProducerKind
    place: Place & { province: string | null }
    /** Only of organisations: where a household lives is nobody's business. */
    address: string | null
    /** The address is a home. */
    isHome: boolean
    taxCode: string | null
  }
  lot: {
    id: LotId
    number: string
    traceCode: string
    madeOn: PlainDate
    expiresOn: PlainDate | null
    quantity: number
    unit: string
    status: LotStatus
    recallReason: string | null
    recalledAt: Date | null
    standards: string | null
    isSample: boolean
  } | null
  /** Null where the code names no single unit. */
  unit: ScannedUnit | null
  certificate: {
    /** On the day of the scan. */
    state: CertificateState
    stars: number | null
    code: string | null
    from: PlainDate | null
    /** The last day; where it passed and a re-evaluation is under way, see `extendedUntil`. */
    until: PlainDate | null
    extendedUntil: PlainDate | null
    validityInferred: boolean
    decisionNumber: string | null
    decisionDate: PlainDate | null
    authority: string | null
  }
  /** Good today, of a dossier that led to a recognition; heads only, no files. */
  qualityPapers: QualityPaper[]
  diary: Pick<DiaryEntry, 'at' | 'kind' | 'text' | 'fileHash'>[]
  /** What the lot was made of, as its maker says. */
  inputs: PublicInput[]
  scans: ScanTally
  /** The producer's main photo of the product, at its smallest. */
  photo: MainPhoto | null
}

/** Why a code is none of ours; with the product where at least that is known. */
export type UnknownCode = {
  reason: 'unknown-code' | 'unknown-lot' | 'number-not-issued'
  product: { name: string; producer: string } | null
  /** The lot under whose code a number was asked for that nobody gave out. */
  lotId: LotId | null
}

export type ScanAnswer = { known: true; scan: Scan } | ({ known: false } & UnknownCode)

export type DoubtCard = {
  id: DoubtId
  caseCode: string
  code: string
  status: DoubtStatus
  at: Date
  text: string
  place: string | null
  contact: string | null
  answer: string | null
  handledBy: string | null
  handledAt: Date | null
  product: { id: ProductId; name: string } | null
  lot: { id: LotId; number: string } | null
}

/** A doubt before those who handle it. */
export type DoubtView = DoubtCard & { may: May<typeof doubtActs, DoubtStatus> }

/** What the reporter may follow with the case code alone. */
export type DoubtProgress = Pick<DoubtCard, 'caseCode' | 'status' | 'at' | 'answer' | 'handledAt'>
