/** A stand-in from another province, or what nobody is sure of, is not cited. */
const unproven = ['inferred', 'conflict', 'unknown']

/** ", theo Quyết định …" behind a value of the law. */
export const by = ({ certainty, instrument }: { certainty: string; instrument: string }): string =>
  unproven.includes(certainty) ? '' : `, theo ${instrument}`
