// Writes packages/gs1/ai-table.ts from the GS1 Syntax Dictionary, so that a browser reads no file. `--check` only says whether it is up to date.
import { readFile, writeFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'

const source = new URL('../packages/gs1/dictionary/gs1-syntax-dictionary.txt', import.meta.url)
const target = new URL('../packages/gs1/ai-table.ts', import.meta.url)

const { check } = parseArgs({ options: { check: { type: 'boolean', default: false } } }).values
const written = tableOf(await readFile(source, 'utf8'))
if (!check) await writeFile(target, written)
else if ((await readFile(target, 'utf8').catch(() => '')) !== written) {
  console.error('packages/gs1/ai-table.ts is not what the dictionary says: node bin/run tools/gs1-dictionary.ts')
  process.exitCode = 1
}

function tableOf(dictionary: string): string {
  const entries = dictionary.split('\n').filter((line) => /^\d/.test(line))
  const rows = entries.map((line) => fold(line.split('#', 1)[0] ?? ''))
  const titles = entries.map((line) => `${fold(line.split(' ', 1)[0] ?? '')} ${fold(line.slice(line.indexOf('#') + 1))}`)
  return [
    '// Written by tools/gs1-dictionary.ts from dictionary/gs1-syntax-dictionary.txt (GS1 AISBL, Apache-2.0). Do not edit.',
    '',
    '/** One line per AI or range of AIs: numbers, flags, components with their linters, attributes. */',
    `export const aiTable = \`\n${rows.join('\n')}\n\``,
    '',
    '/** The data titles, of the same lines. */',
    `export const aiTitles = \`\n${titles.join('\n')}\n\``,
    '',
  ].join('\n')
}

function fold(text: string): string {
  return text.trim().replace(/\s+/g, ' ')
}
