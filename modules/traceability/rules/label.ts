import { accept, refuse, refuseStatus } from '@dacsan/decisions'
import type { Decision, StatusRefusal } from '@dacsan/decisions'
import type { PlainDate } from '@dacsan/vietnam'
import type { CertificateState } from '../../catalogue/rules.ts'
import { lotActs } from '../acts.ts'
import type { LotStatus } from '../acts.ts'
import { isExpired } from './lot.ts'

/** What the law wants on the label of some goods and the producer has not given yet. */
export const labelFacts = ['place', 'net-content', 'expiry'] as const
export type LabelFact = (typeof labelFacts)[number]

export type LabelLot = {
  status: LotStatus
  expiresOn: PlainDate | null
  netContent: string | null
  place: string | null
}

export type LabelRefusal =
  | { code: 'label-facts-missing'; missing: LabelFact[] }
  | StatusRefusal<(typeof lotActs)['print-labels'], LotStatus>
  | { code: 'lot-expired'; expiresOn: PlainDate }
  | { code: 'unknown-layout'; layout: string }
  | { code: 'pack-not-offered' }
  | { code: 'skip-outside-sheet'; places: number }
  /** The symbol carries a GTIN, so tills read it, and the layout has no room for the least module (`label.till-module-mm`); these have. */
  | { code: 'no-room-for-till'; least: number; fitting: string[] }

/** The facts that are wanted and missing, in the order of the label. */
export function missingFacts(lot: LabelLot, wanted: readonly LabelFact[]): LabelFact[] {
  const isGiven: Record<LabelFact, boolean> = {
    place: lot.place !== null,
    'net-content': lot.netContent !== null,
    expiry: lot.expiresOn !== null,
  }
  return labelFacts.filter((fact) => wanted.includes(fact) && !isGiven[fact])
}

/** What may stand beside the QR symbol of a product with a GTIN, for scanners that read none. */
export const besideSymbols = ['ean-13', 'datamatrix'] as const
export type BesideSymbol = (typeof besideSymbols)[number]

/** What a sheet carries besides the lot: a serial for each unit, the last day of use in the symbol (AI 17), a second symbol. */
export type LabelOptions = { serials: boolean; withExpiry: boolean; beside: BesideSymbol | null }

/** What a label printer takes of a roll: a program in ZPL, or pictures in a ZIP, for heads of 203 or 300 dots to the inch. */
export const rollFiles = [
  { name: '203.zpl', form: 'zpl', dpi: 203 },
  { name: '300.zpl', form: 'zpl', dpi: 300 },
  { name: '203.zip', form: 'zip', dpi: 203 },
  { name: '300.zip', form: 'zip', dpi: 300 },
] as const

/** Rolls are named so among the layouts. */
export const isRoll = (layout: string): boolean => layout.startsWith('roll-')

/** How the chosen layout meets a symbol that tills read: its module in millimetres, null where there is no room for the least one. */
export type TillSymbol = { module: number | null; least: number; fitting: string[] }

export type LabelFacts = {
  today: PlainDate
  wanted: readonly LabelFact[]
  places: number
  skip: number
  /** Null where the symbol carries no GTIN: phones alone read it, and they read smaller ones. */
  till: TillSymbol | null
}

export function decideLabels(lot: LabelLot, { today, wanted, places, skip, till }: LabelFacts): Decision<object, LabelRefusal> {
  const closed = refuseStatus(lotActs['print-labels'], lot.status)
  if (closed) return closed
  if (lot.expiresOn !== null && isExpired(lot, today)) return refuse('lot-expired', { expiresOn: lot.expiresOn })
  const missing = missingFacts(lot, wanted)
  if (missing.length > 0) return refuse('label-facts-missing', { missing })
  if (skip >= places) return refuse('skip-outside-sheet', { places })
  if (till?.module === null) return refuse('no-room-for-till', { least: till.least, fitting: till.fitting })
  return accept({})
}

/** The stars that may be printed: only while the certificate is in a state that the law allows (`label.star-states`). Made longer, it is certified. */
export function starsOnLabel(
  { state, stars }: { state: CertificateState; stars: number | null },
  allowed: readonly CertificateState[],
): 3 | 4 | 5 | undefined {
  if (!allowed.includes(state === 'extended' ? 'certified' : state)) return undefined
  return stars === 3 || stars === 4 || stars === 5 ? stars : undefined
}
