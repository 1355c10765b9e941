import { NotFound } from '@dacsan/decisions'
import type { Outcome, Refusal } from '@dacsan/decisions'
import type { DossierReading } from '@dacsan/modules/dossiers'
import type { EvidenceId } from '@dacsan/modules/dossiers/rules'
import { readingPage as words } from '@dacsan/modules/dossiers/words'
import { isDrawingRefusal } from '@dacsan/modules/papers/rules'
import { sayRefusal } from '@dacsan/modules/papers/words'

/** The paper that is open beside the text: `at` is the criterion under which it was opened. */
export type OpenPaper = {
  id: EvidenceId
  title: string
  at: string
  page: number
  pages: number
  hasFile: boolean
  trouble: string | null
  previous: EvidenceId | null
  next: EvidenceId | null
}

/** `?giay=ID&trang=N&o=1.1`: which paper is open, and how many pages it has; one that cannot be drawn says so and can still be opened as it is. */
export async function openPaper<R extends Refusal>(
  { searchParams }: URL,
  { evidence }: DossierReading,
  draw: (evidenceId: EvidenceId, page: number) => Promise<Outcome<{ pages: number }, R>>,
): Promise<OpenPaper | null> {
  const at = evidence.findIndex(({ id }) => id === searchParams.get('giay'))
  const paper = evidence[at]
  if (!paper) return null
  const page = Math.max(1, Math.trunc(Number(searchParams.get('trang'))) || 1)
  const criterion = searchParams.get('o') ?? ''
  const withFile = (list: typeof evidence) => list.find(({ fileHash }) => fileHash)?.id ?? null
  const shown = {
    id: paper.id,
    title: paper.title,
    at: paper.criteria.includes(criterion) ? criterion : '',
    page,
    pages: 1,
    hasFile: paper.fileHash !== null,
    previous: withFile(evidence.slice(0, at).toReversed()),
    next: withFile(evidence.slice(at + 1)),
  }
  if (!shown.hasFile) return { ...shown, trouble: words.noFile }
  try {
    const drawn = await draw(paper.id, page)
    if (drawn.ok) return { ...shown, pages: drawn.value.pages, trouble: null }
    return { ...shown, trouble: isDrawingRefusal(drawn.refusal) ? sayRefusal(drawn.refusal) : words.cannotDraw }
  } catch (error) {
    if (error instanceof NotFound) return { ...shown, trouble: words.cannotDraw }
    throw error
  }
}
