import { paths } from '#lib/paths.ts'

/**
 * What is kept of the answer to a form, for whoever sends it again. An invitation is shown once: kept here, it would lie open in the database for a
 * day, where only its digest lies otherwise. Whoever sends such a form again is led to its page.
 */
export const keptAnswer = (answer: string): string => (answer.includes(paths.invitation('')) ? '' : answer)
