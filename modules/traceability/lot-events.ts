import type { BizStep, EpcisEvent, QuantityElement } from '@dacsan/epcis'
import type { PlainDate } from '@dacsan/vietnam'
import type { OwnEvent } from '../epcis-repository/index.ts'
import { happenedAt } from '../epcis-repository/rules.ts'
import { lotUri } from './addresses.ts'
import type { Site } from './addresses.ts'
import type { DiaryKind } from './rules.ts'
import type { DiaryEntryId, LotId } from './rules/ids.ts'

// The acts of this room in the words of GS1. Nobody is named in them, and nothing that a maker writes in words of its own.

type NamedLot = { id: LotId; number: string; traceCode: string; product: { gtin: string | null } }
type OpenedLot = NamedLot & { madeOn: PlainDate; expiresOn: PlainDate | null; quantity: number }

const nameOf = (site: Site, { number, traceCode, product: { gtin } }: NamedLot) => lotUri(site, { gtin, number, traceCode })

/** Goods of a lot there are from now on; where it is known what they were made of, made of that. */
export function lotOpened(site: Site, lot: OpenedLot, at: Date, inputs: readonly QuantityElement[] = []): OwnEvent {
  const outputs = [{ epcClass: nameOf(site, lot), quantity: lot.quantity }]
  const about = {
    ...happenedAt(at),
    bizStep: 'commissioning',
    disposition: 'active',
    ilmd: {
      'cbvmda:lotNumber': lot.number,
      'gs1:productionDate': lot.madeOn,
      ...(lot.expiresOn !== null && { 'cbvmda:itemExpirationDate': lot.expiresOn }),
    },
  } as const
  const event: EpcisEvent =
    inputs.length > 0
      ? { type: 'TransformationEvent', ...about, inputQuantityList: inputs, outputQuantityList: outputs }
      : { type: 'ObjectEvent', action: 'ADD', ...about, quantityList: outputs }
  return { act: lot.id, event }
}

/** Whatever there is of a lot is recalled, wherever it is, and stays so. */
export function lotRecalled(site: Site, lot: NamedLot, at: Date): OwnEvent {
  return {
    act: lot.id,
    event: {
      type: 'ObjectEvent',
      action: 'OBSERVE',
      ...happenedAt(at),
      disposition: 'recalled',
      persistentDisposition: { set: ['recalled'] },
      quantityList: [{ epcClass: nameOf(site, lot) }],
    },
  }
}

/**
 * The entries of a diary that are a step of CBV 2.0 (section 7.1). The others are steps of a farm and a kitchen, which it has no word for; what is bought
 * is told by whoever takes it in.
 */
export const diarySteps: Readonly<Record<DiaryKind, BizStep | null>> = {
  grow: null,
  harvest: null,
  'buy-material': null,
  prepare: null,
  process: null,
  dry: null,
  check: 'inspecting',
  pack: 'packing',
  store: 'storing',
  ship: 'shipping',
  correction: null,
}

/** What was done with a lot, as its diary says; none where GS1 has no word for it. */
export function diaryWritten(site: Site, lot: NamedLot, entry: { id: DiaryEntryId; kind: DiaryKind; at: Date }): OwnEvent[] {
  const bizStep = diarySteps[entry.kind]
  if (bizStep === null) return []
  const quantityList = [{ epcClass: nameOf(site, lot) }]
  return [{ act: entry.id, event: { type: 'ObjectEvent', action: 'OBSERVE', ...happenedAt(entry.at), bizStep, quantityList } }]
}
