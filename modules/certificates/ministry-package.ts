import { createHash } from 'node:crypto'
import { NotFound, done } from '@dacsan/decisions'
import type { Outcome } from '@dacsan/decisions'
import { filesArchive } from '@dacsan/papers'
import { appraisalPaper, setForReader } from '../appraisal/index.ts'
import type { Ctx } from '../context.ts'
import type { PaperFile } from '../papers/index.ts'
import { asFileName } from '../papers/words.ts'
import type { DrawingRefusal } from '../papers/rules.ts'
import { findDecision } from './find-decision.ts'
import { decisionPaper } from './papers.ts'
import type { DecisionId } from './rules/ids.ts'
import { packageWords as words } from './words.ts'

type Drawing = Promise<Outcome<Pick<PaperFile, 'bytes'>, DrawingRefusal>>
type Part = { name: string; title: string; draw: () => Drawing }

/**
 * What goes to the ministry with the dossiers of five stars as one file (Quyết định 26/2026/QĐ-TTg, Điều 6): letter, reports of the advisers, minutes,
 * decision, each dossier as a set, and a list of contents with the hash of each. The samples go by hand.
 */
export async function ministryPackage(
  ctx: Ctx,
  { decisionId, origin }: { decisionId: DecisionId; origin: string },
): Promise<Outcome<{ bytes: Uint8Array; name: string }, DrawingRefusal>> {
  const decision = await findDecision(ctx, decisionId)
  const items = decision.items.filter(({ outcome }) => outcome === 'potential-five')
  if (decision.number === null || items.length === 0) throw new NotFound('No such package', { decisionId })
  const ofDecision = (file: string) => () => decisionPaper(ctx, { decisionId, file, origin })
  const parts: Part[] = [
    { name: '01-cong-van-trinh-bo.pdf', title: words.letter, draw: ofDecision('cong-van-trinh-bo.pdf') },
    ...items.map(({ dossierId, dossierCode, productName }) => ({
      name: `02-bao-cao-to-tu-van/${asFileName(dossierCode)}.pdf`,
      title: words.report(productName),
      draw: () => appraisalPaper(ctx, { dossierId, file: 'bao-cao-to-tu-van.pdf' }),
    })),
    { name: '03-bien-ban-hop-hoi-dong.pdf', title: words.minutes, draw: ofDecision('bien-ban.pdf') },
    { name: '04-quyet-dinh.pdf', title: words.decision, draw: ofDecision('quyet-dinh.pdf') },
    ...items.map(({ dossierId, dossierCode, productName }) => ({
      name: `05-ho-so/${asFileName(dossierCode)}.pdf`,
      title: words.dossier(productName),
      draw: () => setForReader(ctx, dossierId),
    })),
  ]
  const files: { name: string; title: string; bytes: Uint8Array }[] = []
  for (const { draw, ...part } of parts) {
    const drawn = await draw()
    if (!drawn.ok) return drawn
    files.push({ ...part, bytes: drawn.value.bytes })
  }
  const hashed = files.map((file) => ({ ...file, hash: createHash('sha256').update(file.bytes).digest('hex') }))
  const text = (content: string) => new TextEncoder().encode(content)
  const contents = [
    { name: 'MUC-LUC.txt', bytes: text(words.contents(decision.number, hashed)) },
    // As sha256sum reads it: whoever gets the file finds out by one command whether it is whole.
    { name: 'SHA256SUMS', bytes: text(hashed.map(({ name, hash }) => `${hash}  ${name}\n`).join('')) },
  ]
  const bytes = await filesArchive([...contents, ...files], { at: decision.recordedAt ?? decision.createdAt })
  return done({ bytes, name: `ho-so-trinh-bo-${asFileName(decision.number)}` })
}
