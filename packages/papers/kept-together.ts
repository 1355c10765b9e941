import type { Block } from './document-model.ts'
import { plainText } from './text.ts'

/** Words on a line of the body, roughly: 162 mm in 14 points. */
const lineLength = 80
/** A page that carries a signature carries at least so many lines of what is signed. */
const linesBeforeSignature = 2

/** How many lines at the end of a block go with what follows it: none, all, or of a list the last ones. */
export type Kept = number

/**
 * What of each block stays on one page with what follows: whatever stands right above signatures or a table, a paragraph that leads on with ":"
 * to a list or boxes, a heading, and above the signature at the end as much as makes two lines, so that nobody signs a page without a sentence.
 * The number counts the items of a list; for any other block it is 0 or 1.
 */
export function keptTogether(blocks: readonly Block[], signed: boolean): Kept[] {
  const kept = blocks.map((block, index): Kept => (leadsOn(block, blocks[index + 1]) ? 1 : 0))
  if (!signed) return kept
  let lines = 0
  for (let index = blocks.length - 1; index >= 0 && lines < linesBeforeSignature; index -= 1) {
    const block = blocks[index]!
    if (block.kind === 'signatures' || block.kind === 'page-break') break
    const tail = tailOf(block, linesBeforeSignature - lines)
    kept[index] = Math.max(kept[index]!, tail.items)
    lines += tail.lines
  }
  return kept
}

function leadsOn(block: Block, next: Block | undefined): boolean {
  if (!next) return false
  if (block.kind === 'heading' || next.kind === 'signatures' || next.kind === 'table') return true
  return (next.kind === 'list' || next.kind === 'choices') && block.kind === 'paragraph' && plainText(block.text).trim().endsWith(':')
}

const linesOf = (text: string) => Math.max(1, Math.ceil(text.length / lineLength))

/** So much of the end of a block as makes the lines that are wanted, or all of it. */
function tailOf(block: Block, wanted: number): { items: Kept; lines: number } {
  if (block.kind === 'list') {
    let lines = 0
    let items = 0
    for (const item of block.items.toReversed()) {
      if (lines >= wanted) break
      lines += linesOf(plainText(item))
      items += 1
    }
    return { items, lines }
  }
  // A heading is no sentence.
  if (block.kind === 'heading') return { items: 1, lines: 0 }
  if (block.kind === 'table') return { items: 1, lines: block.rows.length }
  return { items: 1, lines: block.kind === 'paragraph' || block.kind === 'article' ? linesOf(plainText(block.text ?? '')) : 1 }
}
