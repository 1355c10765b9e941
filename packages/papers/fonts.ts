import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname } from 'node:path'
import type * as opentype from 'opentype.js'

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

/** The fonts of our papers, as files. */
export function fontFiles(): string[] {
  return fonts.map((font) => packaged.resolve(font))
}

/** A font to ask for its shapes and widths. */
export function openFont(file: string): opentype.Font {
  // Loaded with the first font that is asked for, and as CommonJS: its other form is not the one that Node would choose.
  const { parse } = packaged('opentype.js') as typeof opentype
  const { buffer, byteOffset, byteLength } = readFileSync(file)
  return parse(buffer.slice(byteOffset, byteOffset + byteLength))
}

/** A template of ours, as a file. */
export function templateFile(name: string): string {
  return packaged.resolve(`@dacsan/papers/templates/${name}.typ`)
}

/** Where our templates lie. */
export const templateFolder = (): string => dirname(templateFile('shared'))
