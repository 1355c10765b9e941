import { grantFor } from '@dacsan/decisions'
import { grantsOf } from '../identity/rules.ts'
import type { Actor, Ties } from '../identity/rules.ts'
import { actOf } from './paper.ts'
import type { Papers } from './paper.ts'
import type { PaperLink } from './rules.ts'

/** The papers of a table that the actor may fetch, in the order of the table, with those that do not exist yet. */
export function listPapers<Subject>(actor: Actor, papers: Papers<Subject>, subject: Subject, ties: Ties = {}): PaperLink[] {
  const grants = grantsOf(actor, ties)
  return Object.entries(papers).flatMap(([kind, paper]) => {
    if (paper.applies?.(subject) === false || !grantFor(actOf(paper, subject), grants)) return []
    const items = paper.items?.(subject) ?? ['']
    return items.map((item) => ({
      kind,
      title: paper.title(subject),
      about: paper.says(subject),
      item,
      files: paper.formats.map((format) => ({ format, file: `${[paper.address, item].filter(Boolean).join('-')}.${format}` })),
      absent: paper.absent?.(subject) ?? null,
    }))
  })
}
