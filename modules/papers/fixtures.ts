import type { Outcome, Refusal } from '@dacsan/decisions'
import { certificatesPdf, officialDocumentDocx } from '@dacsan/papers'
import { faultsOfPaper, linesOfPdf, overlapsOn } from '../../packages/papers/test-layout.ts'
import type { Ctx } from '../context.ts'
import type { Papers } from './paper.ts'

/**
 * A command that draws, as tests use it that are about what is drawn: a refusal throws.
 *
 * @example const sessionPaper = drawnBy(appraisal.sessionPaper)
 */
export function drawnBy<Asked extends unknown[], Drawn, R extends Refusal>(command: (...asked: Asked) => Promise<Outcome<Drawn, R>>) {
  return async (...asked: Asked): Promise<Drawn> => {
    const outcome = await command(...asked)
    if (!outcome.ok) throw new Error(`not drawn: ${outcome.refusal.code}`)
    return outcome.value
  }
}

export type DrawnKind = { kind: string; item: string; faults: string[]; docx: Uint8Array | null }

/** Every paper of a table that there is about a subject, with what is wrong with its pages, so that a new row is looked at without a test of its own. */
export async function drawAll<Subject>(ctx: Ctx, papers: Papers<Subject>, subject: Subject): Promise<DrawnKind[]> {
  const drawn: DrawnKind[] = []
  for (const [kind, paper] of Object.entries(papers)) {
    if (paper.applies?.(subject) === false || (paper.absent?.(subject) ?? null) !== null) continue
    for (const item of paper.items?.(subject) ?? ['']) {
      const model = await paper.draw(ctx, subject, { item, origin: 'https://dacsan.example.vn' })
      const isDocument = 'blocks' in model
      const faults = isDocument ? await faultsOfPaper(model) : (await linesOfPdf(certificatesPdf(model))).flatMap(overlapsOn)
      drawn.push({ kind, item, faults, docx: isDocument ? await officialDocumentDocx(model) : null })
    }
  }
  return drawn
}
