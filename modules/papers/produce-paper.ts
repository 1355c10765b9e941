import { NotFound, done } from '@dacsan/decisions'
import type { Outcome } from '@dacsan/decisions'
import type { Drawing } from '@dacsan/papers'
import type { Ctx } from '../context.ts'
import { requireAct } from '../identity/index.ts'
import type { Ties } from '../identity/index.ts'
import { drawPaper } from './draw-paper.ts'
import { keepPaper } from './keep-paper.ts'
import { actOf } from './paper.ts'
import type { PaperFile, PaperModel, Papers } from './paper.ts'
import { fileFormats } from './rules.ts'
import type { DrawingRefusal, PaperFormat } from './rules.ts'

/** `file` is the last part of its address; `origin` is what symbols on it lead to. */
export type AskedPaper = { file: string; origin?: string }

/**
 * Produces the paper with this address out of a room's table: whether the actor may have it, whether there is one, its bytes, and the line
 * in the audit trail. The same subject gives the same bytes, which are kept once; asked for again they are neither drawn nor recorded again.
 *
 * Errors: `NotFound` for an address that no row has, for what does not exist yet, and for somebody without a tie; `Forbidden` as `requireAct`.
 */
export async function producePaper<Subject>(
  ctx: Ctx,
  papers: Papers<Subject>,
  { file, origin = '' }: AskedPaper,
  subject: Subject,
  ties: Ties = {},
): Promise<Outcome<PaperFile, DrawingRefusal>> {
  const asked = paperAt(papers, file)
  if (!asked) throw new NotFound('No such paper', { file })
  const { kind, paper, item, format } = asked
  const act = actOf(paper, subject, item)
  requireAct(ctx.actor, act, ties)
  const belongs = (paper.applies?.(subject) ?? true) && (!paper.items || paper.items(subject).includes(item))
  if (!belongs) throw new NotFound('No such paper', { file })
  const absent = paper.absent?.(subject)
  if (absent) throw new NotFound('There is no paper of this kind', { kind, absent })
  const drawn = await drawPaper(ctx, drawingOf(await paper.draw(ctx, subject, { item, origin }), format))
  if (!drawn.ok) return drawn
  const { mediaType } = fileFormats[format]
  const made = { bytes: drawn.value, format, mediaType, name: `${paper.fileName(subject, item)}.${format}` }
  if (paper.kept?.(subject) ?? true) await keepPaper(ctx, act, { ...made, kind, subject: paper.about(subject, item) })
  return done(made)
}

/** Whether a table has a paper with this address. */
export const hasAddress = (papers: Papers<never>, file: string): boolean => paperAt(papers, file) !== undefined

function paperAt<Subject>(papers: Papers<Subject>, file: string) {
  const [, name = '', ending = ''] = /^([\w-]+)\.([a-z]+)$/.exec(file) ?? []
  for (const [kind, paper] of Object.entries(papers)) {
    const format = paper.formats.find((one) => one === ending)
    const item = paper.items && name.startsWith(`${paper.address}-`) ? name.slice(paper.address.length + 1) : ''
    if (format && (paper.items ? item !== '' : name === paper.address)) return { kind, paper, item, format }
  }
  return undefined
}

function drawingOf(model: PaperModel, format: PaperFormat): Drawing {
  if (!('blocks' in model)) return { kind: 'certificates-pdf', certificates: model }
  return { kind: format === 'pdf' ? 'document-pdf' : 'document-docx', document: model }
}
