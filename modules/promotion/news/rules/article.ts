/** What stands in a line of a text: words, stressed words, or words that lead somewhere. */
export type Span = { kind: 'text' | 'strong'; text: string } | { kind: 'link'; text: string; href: string }
/** A text as a page draws it: never markup, so that nothing in it can run. */
export type Block = { kind: 'heading'; line: Span[] } | { kind: 'paragraph' | 'quote' | 'list'; lines: Span[][] }

const spanOf = /\*\*(?<strong>[^*\n]+)\*\*|\[(?<text>[^\]\n]+)\]\((?<href>[^()\s]+)\)/g

/** A page of this site, or an address by https; everything else stays the words that were typed. */
const isSafe = (href: string) => /^\/(?![/\\])/.test(href) || (/^https:\/\//i.test(href) && URL.canParse(href))

type Lines = Extract<Block, { lines: Span[][] }>

function spansOf(line: string): Span[] {
  const spans: Span[] = []
  let from = 0
  const words = (text: string) => {
    if (text) spans.push({ kind: 'text', text })
  }
  for (const match of line.matchAll(spanOf)) {
    const { strong, text, href } = match.groups!
    if (strong === undefined && !isSafe(href!)) continue
    words(line.slice(from, match.index))
    spans.push(strong === undefined ? { kind: 'link', text: text!, href: href! } : { kind: 'strong', text: strong })
    from = match.index + match[0].length
  }
  words(line.slice(from))
  return spans
}

const marks = { '## ': 'heading', '- ': 'list', '> ': 'quote' } as const
type Mark = keyof typeof marks
const markOf = (line: string): Mark | undefined => (Object.keys(marks) as Mark[]).find((mark) => line.startsWith(mark))

/**
 * Reads the text of an article: paragraphs with an empty line between them, `## heading`, `- item`, `> quote`, `**stressed**`, `[words](https://…)`.
 * Whatever is none of these stays as it was typed.
 *
 * @example readArticle('## Tin\n\nMột **hai**.') // [{ kind: 'heading', … }, { kind: 'paragraph', … }]
 */
export function readArticle(text: string): Block[] {
  const blocks: Block[] = []
  let open = null as Lines | null
  for (const line of text.split(/\r?\n/).map((one) => one.trim())) {
    const mark = markOf(line)
    const kind = mark === undefined ? 'paragraph' : marks[mark]
    const words = mark === undefined ? line : line.slice(mark.length).trim()
    if (words === '') open = null
    else if (kind === 'heading') {
      blocks.push({ kind, line: spansOf(words) })
      open = null
    } else {
      if (open?.kind !== kind) blocks.push((open = { kind, lines: [] }))
      open.lines.push(spansOf(words))
    }
  }
  return blocks
}

const linesOf = (block: Block) => (block.kind === 'heading' ? [block.line] : block.lines)

/** The words of an article without its marks. */
export const plainText = (text: string): string =>
  readArticle(text)
    .flatMap((block) => linesOf(block).map((line) => line.map((span) => span.text).join('')))
    .join('\n')

/**
 * How many words (in Vietnamese, syllables with a space between them) a text has, as its fee is counted.
 *
 * @example countWords('Dừa sáp – đặc sản.') // 4
 */
export const countWords = (...texts: readonly string[]): number =>
  texts.flatMap((text) => text.split(/\s+/)).filter((word) => /[\p{L}\p{N}]/u.test(word)).length
