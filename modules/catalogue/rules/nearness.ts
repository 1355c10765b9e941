import type { Place } from './views.ts'

/** How near a place lies, by which units hold both: no source gives coordinates of communes, so no distance is told. */
export const nearnesses = ['commune', 'district', 'province', 'beyond'] as const
export type Nearness = (typeof nearnesses)[number]

/** Where whoever asks is: a commune of today, with the districts and provinces that its land lay in before. */
export type Near = {
  code: string
  name: string
  districts: readonly { code: string; name: string; provinceName: string }[]
  provinces: readonly string[]
}

/** The same question as the order `near` of register.store.ts asks; a test holds the two together. */
export function nearnessOf({ communeCode, formerDistrict, formerProvince }: Place, near: Near): Nearness {
  if (communeCode === near.code) return 'commune'
  if (near.districts.some(({ name, provinceName }) => name === formerDistrict && provinceName === formerProvince)) return 'district'
  return formerProvince !== null && near.provinces.includes(formerProvince) ? 'province' : 'beyond'
}
