/** A file code as Vietnamese offices print them: province, commune, day (YYMMDD), number in the commune's book of that year. */
export function filingCode(filing: { provinceCode: string; communeCode: string; on: string; number: number }): string {
  const day = filing.on.slice(2).replaceAll('-', '')
  return `H${filing.provinceCode}.${filing.communeCode}-${day}-${String(filing.number).padStart(4, '0')}`
}

/** The number of the registration form, "…/PĐK-(Mã tỉnh)-(Mã xã)-(Năm)" (Quyết định 26/2026/QĐ-TTg, Mẫu 01). */
export function registrationNumber(code: string): string | null {
  const parts = /^H(\d+)\.(\d+)-(\d\d)\d{4}-(\d+)$/.exec(code)
  if (!parts) return null
  const [, province, commune, year, number] = parts
  return `${Number(number)}/PĐK-${province}-${commune}-20${year}`
}
