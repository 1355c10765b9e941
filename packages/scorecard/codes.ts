/** The section that a criterion stands in, by the criterion's own code. @example sectionCodeOf('6.1.1') // '6' */
export function sectionCodeOf(criterion: string): string {
  return criterion.split('.', 1)[0]!
}

/** The number by which a decision counts a set, from the set's own code. @example setNumberOf('QD26-07') // '07' */
export function setNumberOf(setCode: string): string {
  return setCode.slice(setCode.lastIndexOf('-') + 1)
}
