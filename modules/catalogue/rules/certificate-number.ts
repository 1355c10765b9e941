/**
 * The number that stands on a certificate, as far as its address says it: number of the decision, mark of another authority, code of the product
 * (province, commune, number, year). Certificates older than the platform have an address too, of a year and the name of their product; that
 * is no number of theirs, and their numbers are not known.
 */
export const certificateNumber = (code: string | null): string | null =>
  // One that corrects a misspelt name (`-dc1`) bears the number of the one that it corrects.
  /^(\d{1,6}[a-z]?(?:-[a-z]+)?-\d+-\d+-\d+-\d{4})(?:-dc\d+)?$/.exec(code ?? '')?.[1] ?? null
