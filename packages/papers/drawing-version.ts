import { createHash } from 'node:crypto'
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { qrSvg } from '@dacsan/gs1/qr'
import { templateFolder } from './fonts.ts'

let known: string | undefined

/**
 * Changes with everything that decides how a paper looks: our code and templates, the versions of compiler, fonts and libraries (which the manifest
 * fixes), and how symbols are drawn. The same drawing under the same version gives the same bytes, so what was drawn may be kept under both.
 *
 * @example /^[0-9a-f]{64}$/.test(drawingVersion()) // true
 */
export function drawingVersion(): string {
  return (known ??= readVersion())
}

function readVersion(): string {
  const home = join(templateFolder(), '..')
  const hash = createHash('sha256').update(qrSvg('https://dacsan.example.vn/t/7K3M9QX2R4TZ81'))
  const sources = globSync(['*.{ts,js}', 'templates/*.typ', 'package.json'], { cwd: home })
  for (const path of sources.filter((name) => !/\.(test|d)\.ts$|^fixtures\./.test(name)).toSorted())
    hash.update(`\0${path}\0`).update(readFileSync(join(home, path)))
  return hash.digest('hex')
}
