import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { areNorms, countWords, feeFor, isOwnText, plainText, readArticle } from './rules.ts'

describe('an article', () => {
  test('has paragraphs, headings, lists, quotes, stressed words and links', () => {
    expect(readArticle('Một **hai**.\nba\n\n## Bốn\n- năm\n- [sáu](/san-pham/x)\n> bảy')).toEqual([
      { kind: 'paragraph', lines: [[{ kind: 'text', text: 'Một ' }, { kind: 'strong', text: 'hai' }, { kind: 'text', text: '.' }], [{ kind: 'text', text: 'ba' }]] }, // prettier-ignore
      { kind: 'heading', line: [{ kind: 'text', text: 'Bốn' }] },
      { kind: 'list', lines: [[{ kind: 'text', text: 'năm' }], [{ kind: 'link', text: 'sáu', href: '/san-pham/x' }]] },
      { kind: 'quote', lines: [[{ kind: 'text', text: 'bảy' }]] },
    ])
  })

  test.each(['javascript:alert(1)', 'http://x.vn', '//x.vn', '/\\x.vn', 'data:text/html,x', 'https://'])(
    'leads nowhere by %s: the words stay as they were typed',
    (href) => {
      expect(readArticle(`a [b](${href}) c`)).toEqual([{ kind: 'paragraph', lines: [[{ kind: 'text', text: `a [b](${href}) c` }]] }])
    },
  )

  test('never holds markup, and loses no word, whatever was typed', () => {
    expect(plainText('<script>alert(1)</script>')).toBe('<script>alert(1)</script>')
    fc.assert(
      fc.property(fc.string(), (typed) => {
        const links = readArticle(typed).flatMap((block) => (block.kind === 'heading' ? [block.line] : block.lines).flat())
        expect(links.every((span) => span.kind !== 'link' || /^(https:\/\/|\/(?![/\\]))/i.test(span.href))).toBe(true)
      }),
    )
    fc.assert(
      fc.property(fc.array(fc.stringMatching(/^[a-z]{1,8}$/), { minLength: 1 }), (words) => {
        expect(plainText(words.join(' '))).toBe(words.join(' '))
      }),
    )
  })
})

describe('the fee of an item', () => {
  const norms = [{ upTo: 349, vnd: 100_000 }, { upTo: 600, vnd: 150_000 }, { upTo: null, vnd: 200_000 }] // prettier-ignore
  test('counts words and not dashes', () => {
    expect(countWords('Dừa sáp – đặc sản', '3 tỷ.')).toBe(6)
  })
  test('follows the norm of so many words', () => {
    expect([0, 349, 350, 600, 601].map((words) => feeFor(words, norms))).toEqual([100_000, 100_000, 150_000, 150_000, 200_000])
  })
  test('has norms that rise without a gap, and end without an end', () => {
    expect(areNorms(norms)).toBe(true)
    for (const wrong of [[], norms.slice(0, 2), norms.toReversed(), [{ upTo: null, vnd: -1 }], [norms[2]!, norms[2]!]])
      expect(areNorms(wrong)).toBe(false)
  })
})

test('who wrote any version lets nothing out; a machine and a stranger do', () => {
  expect(isOwnText(['usr_a', null, 'usr_b'], 'usr_b')).toBe(true)
  expect(isOwnText(['usr_a', null], 'usr_c')).toBe(false)
  expect(isOwnText([null], null)).toBe(false)
})
