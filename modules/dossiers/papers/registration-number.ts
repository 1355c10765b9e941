/** The number of the registration form, "…/PĐK-(Mã tỉnh)-(Mã xã)-(Năm)" (Quyết định 26/2026/QĐ-TTg, Mẫu 01); null before the first filing. */
export function registrationNumber(code: string): string | null {
  const parts = /^H(\d+)\.(\d+)-(\d\d)\d{4}-(\d+)$/.exec(code)
  if (!parts) return null
  const [, province, commune, year, number] = parts
  return `${Number(number)}/PĐK-${province}-${commune}-20${year}`
}
