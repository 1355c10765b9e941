import { foldText } from '@dacsan/vietnam'

/** Where a seller is, on one line; the commune is added unless the address names it already. */
export function placeOf({ address, commune }: { address: string | null; commune: string | null }): string | null {
  if (!address || !commune) return address ?? commune
  return foldText(address).includes(foldText(commune)) ? address : `${address}, ${commune}`
}

type Reached = { phone: string | null; producerPhone: string | null }

/** The number that the seller gave for orders, else the producer's own. */
export const phoneOf = ({ phone, producerPhone }: Reached): string | null => phone ?? producerPhone

type Registered = { registrationNo: string | null; taxCode: string | null; producerKind: string }

/**
 * How a seller is registered. The tax code stands in only for organisations: since July 2025 a household's is the identity number of a
 * person (Thông tư 86/2024/TT-BTC).
 */
export function registrationOf({ registrationNo, taxCode, producerKind }: Registered): string | null {
  return registrationNo ?? (producerKind === 'company' || producerKind === 'cooperative' ? taxCode : null)
}
