import { readFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import { fontFiles, templateFile } from './fonts.ts'
import { printable } from './printable.ts'

/** The compiler remembers every paper it has set; without this its memory only grows. */
const papersBetweenCleanings = 25

let compiler: NodeCompiler | undefined
let papersSet = 0

/** A compiler that knows the fonts of papers and no others, for the templates in a folder. */
export function openCompiler(workspace: string): NodeCompiler {
  return NodeCompiler.create({ workspace, fontArgs: [{ fontBlobs: fontFiles().map((file) => readFileSync(file)) }] })
}

export type Template =
  | 'official-document'
  | 'certificate'
  | 'label-sheet'
  | 'paper-set'
  | 'slips'
  | 'address-labels'
  | 'lists'
  | 'share-picture'
  | 'leaflet'

function setPaper(template: Template, data: unknown) {
  const main = templateFile(template)
  compiler ??= openCompiler(dirname(main))
  papersSet += 1
  if (papersSet % papersBetweenCleanings === 0) compiler.evictCache(0)
  const compiled = compiler.compile({ mainFilePath: main, inputs: { data: JSON.stringify(data) } })
  if (!compiled.result)
    throw new Error(`the paper "${template}" could not be set: ${JSON.stringify(compiled.takeDiagnostics()?.shortDiagnostics)}`)
  return { compiler, document: compiled.result }
}

/**
 * Sets a template of ours with data and gives a PDF/A-2b. The data reach it as JSON, never as Typst source.
 * The same template, data and time give the same bytes. `tagged`: with the structure that screen readers follow.
 */
export function typstPdf(template: Template, data: unknown, createdAt: Date, { tagged = true } = {}): Uint8Array {
  try {
    return drawPdf(template, data, createdAt, tagged)
  } catch {
    // Nearly always for a sign that no font has; if it was for anything else it is thrown again.
    return drawPdf(template, printable(data), createdAt, tagged)
  }
}

function drawPdf(template: Template, data: unknown, createdAt: Date, tagged: boolean): Uint8Array {
  const { compiler, document } = setPaper(template, data)
  const creationTimestamp = Math.floor(createdAt.getTime() / 1000)
  return new Uint8Array(compiler.pdf(document, { pdfStandard: 'a-2b', pdfTags: tagged, creationTimestamp }))
}

/** The same as one SVG picture, pages below one another, to look at before printing. */
export function typstSvg(template: Template, data: unknown): string {
  const { compiler, document } = setPaper(template, data)
  return compiler.plainSvg(document)
}
