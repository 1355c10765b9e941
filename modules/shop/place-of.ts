import { foldText } from '@dacsan/vietnam'

/** Where a seller is, on one line; the commune is added unless the address names it already. */
export function placeOf({ address, commune }: { address: string | null; commune: string | null }): string | null {
  if (!address || !commune) return address ?? commune
  return foldText(address).includes(foldText(commune)) ? address : `${address}, ${commune}`
}
