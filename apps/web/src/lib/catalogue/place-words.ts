import type { Place } from '@dacsan/modules/catalogue/rules'
import { say } from '#lib/say.ts'

/** A place by its name of today and, after it, of before: “Xã Vinh Kim (Xã Kim Hòa, Huyện Cầu Ngang, Tỉnh Trà Vinh cũ)”. Null where nothing is known. */
export function placeWords(place: Place, former: string): string | null {
  const old = [place.formerCommune, place.formerDistrict, place.formerProvince].filter((name) => name !== null).join(', ')
  if (place.commune === null) return old === '' ? null : say(former, { place: old })
  return old === '' ? place.commune : `${place.commune} (${say(former, { place: old })})`
}

/** The shortest name that tells where: the commune of today, else the district of before, else the province. */
export function shortPlace(place: Place, former: string): string | null {
  if (place.commune !== null) return place.commune
  const old = place.formerDistrict ?? place.formerProvince
  return old === null ? null : say(former, { place: old })
}
