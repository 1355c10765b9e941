import type { Block, Span } from './article.ts'

/** A dish as machines read it: what goes in, and what is done, a step each. */
export type ReadRecipe = { ingredients: string[]; steps: string[] }

const wordsOf = (line: readonly Span[]) => line.map(({ text }) => text).join('')

/**
 * Reads a recipe out of an article: its first list is what goes in, every later list is what is done, in order. Null where one of the two is missing.
 *
 * @example readRecipe(readArticle('- 1 trái dừa\n\n- Bổ dừa\n- Nạo cơm')) // { ingredients: ['1 trái dừa'], steps: ['Bổ dừa', 'Nạo cơm'] }
 */
export function readRecipe(blocks: readonly Block[]): ReadRecipe | null {
  const [first, ...rest] = blocks.flatMap((block) => (block.kind === 'list' ? [block.lines.map(wordsOf)] : []))
  return first && rest.length > 0 ? { ingredients: first, steps: rest.flat() } : null
}
