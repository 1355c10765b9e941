import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname } from 'node:path'
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'

/**
 * Found through the package name and not beside this file, so that they are also found when a build has moved the code.
 * Tinos has the widths of Times New Roman, which the law asks for and which is not free.
 */
const packaged = createRequire(import.meta.url)
const fonts = [
  '@expo-google-fonts/tinos/400Regular/Tinos_400Regular.ttf',
  '@expo-google-fonts/tinos/400Regular_Italic/Tinos_400Regular_Italic.ttf',
  '@expo-google-fonts/tinos/700Bold/Tinos_700Bold.ttf',
  '@expo-google-fonts/tinos/700Bold_Italic/Tinos_700Bold_Italic.ttf',
  '@expo-google-fonts/be-vietnam-pro/400Regular/BeVietnamPro_400Regular.ttf',
  '@expo-google-fonts/be-vietnam-pro/400Regular_Italic/BeVietnamPro_400Regular_Italic.ttf',
  '@expo-google-fonts/be-vietnam-pro/500Medium/BeVietnamPro_500Medium.ttf',
  '@expo-google-fonts/be-vietnam-pro/600SemiBold/BeVietnamPro_600SemiBold.ttf',
  '@expo-google-fonts/be-vietnam-pro/700Bold/BeVietnamPro_700Bold.ttf',
  '@expo-google-fonts/noto-sans-khmer/400Regular/NotoSansKhmer_400Regular.ttf',
  '@expo-google-fonts/noto-sans-khmer/700Bold/NotoSansKhmer_700Bold.ttf',
]

/** The compiler remembers every paper it has set; without this its memory only grows. */
const papersBetweenCleanings = 25

let compiler: NodeCompiler | undefined
let papersSet = 0

/** A compiler that knows the fonts of papers and no others, for the templates in a folder. */
export function openCompiler(workspace: string): NodeCompiler {
  const fontBlobs = fonts.map((font) => readFileSync(packaged.resolve(font)))
  return NodeCompiler.create({ workspace, fontArgs: [{ fontBlobs }] })
}

export type Template = 'official-document' | 'certificate' | 'label-sheet'

function setPaper(template: Template, data: unknown) {
  const main = packaged.resolve(`@dacsan/papers/templates/${template}.typ`)
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
 * The same template, data and time give the same bytes.
 */
export function typstPdf(template: Template, data: unknown, createdAt: Date): Uint8Array {
  const { compiler, document } = setPaper(template, data)
  return new Uint8Array(compiler.pdf(document, { pdfStandard: 'a-2b', creationTimestamp: Math.floor(createdAt.getTime() / 1000) }))
}

/** The same as one SVG picture, pages below one another, to look at before printing. */
export function typstSvg(template: Template, data: unknown): string {
  const { compiler, document } = setPaper(template, data)
  return compiler.plainSvg(document)
}
