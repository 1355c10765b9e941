/** A file code as Vietnamese offices print them: province, commune, day (YYMMDD), number in the commune's book of that year. */
export function filingCode(filing: { provinceCode: string; communeCode: string; on: string; number: number }): string {
  const day = filing.on.slice(2).replaceAll('-', '')
  return `H${filing.provinceCode}.${filing.communeCode}-${day}-${String(filing.number).padStart(4, '0')}`
}
