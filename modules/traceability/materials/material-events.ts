import type { QuantityElement } from '@dacsan/epcis'
import type { OwnEvent } from '../../epcis-repository/index.ts'
import { happenedAt } from '../../epcis-repository/rules.ts'
import { lotUri, materialUri } from '../addresses.ts'
import type { Site } from '../addresses.ts'
import type { Thousandths } from '../rules.ts'
import type { MaterialEntryId, MaterialLotId } from '../rules/ids.ts'

// What happens to raw material in the words of GS1. Neither whoever sold it nor what was paid stands in an event.

/** UN/ECE Recommendation 20; what is counted in pieces has no unit in an event. */
const unitCodes: Readonly<Record<string, string>> = { kg: 'KGM', lít: 'LTR' }

export function quantityOf(site: Site, { id, amount, unit }: { id: MaterialLotId; amount: Thousandths; unit: string }): QuantityElement {
  const uom = unitCodes[unit]
  return { epcClass: materialUri(site, id), quantity: amount / 1000, ...(uom !== undefined && { uom }) }
}

type Purchase = { id: MaterialLotId; quantity: Thousandths; unit: string; growingAreaCode: string | null; boughtOn: string }

/** It came in. The code of its growing area goes along: importers ask for it. */
export function materialReceived(site: Site, lot: Purchase, act: MaterialEntryId, at: Date): OwnEvent {
  return {
    act,
    event: {
      type: 'ObjectEvent',
      action: 'ADD',
      ...happenedAt(at),
      bizStep: 'receiving',
      disposition: 'in_progress',
      quantityList: [quantityOf(site, { ...lot, amount: lot.quantity })],
      ilmd: { 'dacsan:receivedOn': lot.boughtOn, ...(lot.growingAreaCode !== null && { 'dacsan:growingArea': lot.growingAreaCode }) },
    },
  }
}

type Correction = { id: MaterialLotId; kind: 'wasted' | 'counted'; delta: number; unit: string; balance: Thousandths }

/** Written off, or counted: then the event says how much there is. */
export function materialCorrected(site: Site, { id, kind, delta, unit, balance }: Correction, act: MaterialEntryId, at: Date): OwnEvent {
  const amount = kind === 'wasted' ? -delta : balance + delta
  return {
    act,
    event: {
      type: 'ObjectEvent',
      action: 'OBSERVE',
      ...happenedAt(at),
      ...(kind === 'wasted' ? { bizStep: 'destroying', disposition: 'destroyed' } : { bizStep: 'cycle_counting' }),
      quantityList: [quantityOf(site, { id, amount, unit })],
    },
  }
}

/** More of it went into a lot that there is already. */
export function materialsAdded(
  site: Site,
  lot: { number: string; traceCode: string; product: { gtin: string | null } },
  inputs: readonly QuantityElement[],
  act: MaterialEntryId,
  at: Date,
): OwnEvent {
  const { gtin } = lot.product
  return {
    act,
    event: {
      type: 'TransformationEvent',
      ...happenedAt(at),
      bizStep: 'commissioning',
      inputQuantityList: inputs,
      outputQuantityList: [{ epcClass: lotUri(site, { gtin, number: lot.number, traceCode: lot.traceCode }) }],
    },
  }
}
