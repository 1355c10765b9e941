/** A stand-in from another province, or what nobody is sure of, is not cited. */
const unproven = ['inferred', 'conflict', 'unknown']

/** ", theo Quyết định …" behind a value of the law. */
export const by = ({ certainty, instrument }: { certainty: string; instrument: string }): string =>
  unproven.includes(certainty) ? '' : `, theo ${instrument}`

/** " theo Điều 7 khoản 6 …": where the article is what is acted by. */
export const articleOf = ({ certainty, instrument, article }: { certainty: string; instrument: string; article: string | null }): string =>
  unproven.includes(certainty) ? '' : ` theo ${[article, instrument].filter(Boolean).join(' ')}`
