// `npm test` runs this: a sentence on a screen stands in the words of its room, and an address of the office in the map of the site.
import { parse } from 'svelte/compiler'
import ts from 'typescript'
import { isForTests, listSources, read, report, scriptsOf, visit } from './checks/sources.ts'

const vietnamese = /[ăâđêôơưáàảãạắằẳẵặấầẩẫậéèẻẽẹếềểễệíìỉĩịóòỏõọốồổỗộớờởỡợúùủũụứừửữựýỳỷỹỵ]/i
/** Files that exist for sentences: words, messages, official papers, and the tables of a room that carry a sentence in each row. */
const holdsSentences = /(^|\/)(words|messages|papers)(\/|\.ts$)|-words\.ts$|(^|\/)(acts|room|topics)\.ts$/
/** What people of the demonstration type is data. */
const holdsSamples = /^modules\/[^/]+\/demo(\.ts$|\/)|^apps\/cli\/seed\//
const holdsAddresses = 'apps/web/src/lib/paths.ts'

const files = listSources('apps/**/*.{ts,svelte}', 'modules/**/*.ts', 'platform/**/*.ts').filter(
  (path) => !isForTests(path) && !holdsSamples.test(path),
)
const faults = files.flatMap((path) => [
  ...(holdsSentences.test(path) ? [] : sentencesIn(path)),
  ...(path.startsWith('apps/web/') ? addressesIn(path) : []),
])
report(faults, { seen: files.length, least: 600, what: 'files' })

function sentencesIn(path: string): string[] {
  return textsOf(path)
    .filter(({ text }) => vietnamese.test(text))
    .map(({ text, line }) => `${path}:${line}: says '${shortened(text)}': that belongs to the words of its room`)
}

function addressesIn(path: string): string[] {
  if (path === holdsAddresses) return []
  return textsOf(path)
    .filter(({ text }) => text.startsWith('/van-phong'))
    .map(({ text, line }) => `${path}:${line}: writes the address '${shortened(text)}': ${holdsAddresses} has it`)
}

type Text = { text: string; line: number }

/** What a file writes: the literals of its scripts, and the text and attributes of a component's markup. */
function textsOf(path: string): Text[] {
  const texts: Text[] = []
  for (const script of scriptsOf(path)) {
    visit(script, (node, line) => {
      if (
        ts.isStringLiteralLike(node) ||
        ts.isTemplateHead(node) ||
        ts.isTemplateMiddle(node) ||
        ts.isTemplateTail(node) ||
        ts.isRegularExpressionLiteral(node)
      )
        texts.push({ text: node.text, line })
    })
  }
  return path.endsWith('.svelte') ? [...texts, ...textsOfMarkup(read(path))] : texts
}

function textsOfMarkup(source: string): Text[] {
  const texts: Text[] = []
  const walk = (node: unknown): void => {
    if (Array.isArray(node)) return node.forEach(walk)
    if (typeof node !== 'object' || node === null) return
    const { type, data, start } = node as { type?: string; data?: string; start?: number }
    if (type === 'Text' && data?.trim()) texts.push({ text: data.trim(), line: source.slice(0, start).split('\n').length })
    for (const [key, value] of Object.entries(node)) if (key !== 'metadata' && key !== 'parent') walk(value)
  }
  walk(parse(source, { modern: true }).fragment)
  return texts
}

function shortened(text: string): string {
  return text.length > 50 ? `${text.slice(0, 50)}…` : text
}
