// `npm test` runs this, without a network: no locked package stands in an advisory that we know, and what we ship is written down (CycloneDX).
// With `--from CLONE`, a clone of github.com/github/advisory-database, it makes the list anew.
import { execFileSync } from 'node:child_process'
import { globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { advisoriesOf, affected, lockedPackages } from './advisories.ts'
import type { AdvisoryList, Lock, OsvEntry } from './advisories.ts'
import { root } from './steps.ts'

const listFile = join(root, 'data/advisories/npm.json')
const oldAfterDays = 90
const readJson = (path: string): unknown => JSON.parse(readFileSync(path, 'utf8'))
const lock = readJson(join(root, 'package-lock.json')) as Lock
const { values } = parseArgs({ options: { from: { type: 'string' } } })
if (values.from !== undefined) fill(values.from)
writeSbom()

const list = readJson(listFile) as AdvisoryList
const faults = affected(lock, list)
const days = Math.floor((Date.now() - Date.parse(list.asOf)) / 86_400_000)
if (days > oldAfterDays) console.warn(`warning: the advisories (data/advisories/npm.json) are ${days} days old, of ${list.asOf}`)
for (const fault of faults) console.error(fault)
console.log(
  `${lockedPackages(lock).length} packages, ${list.advisories.length} advisories of ${list.asOf} (${list.covers}), ${faults.length} faults`,
)
if (faults.length > 0) process.exitCode = 1

function fill(clone: string): void {
  const files = globSync('advisories/github-reviewed/**/*.json', { cwd: clone })
  if (files.length === 0) throw new Error(`${clone} has no advisories/github-reviewed`)
  const advisories = advisoriesOf(
    lock,
    files.map((file) => readJson(join(clone, file)) as OsvEntry),
  )
  const { source, licence } = readJson(listFile) as AdvisoryList
  const covers = 'the reviewed advisories of the packages in package-lock.json'
  const asOf = new Date().toISOString().slice(0, 10)
  writeFileSync(listFile, `${JSON.stringify({ source, licence, asOf, covers, advisories } satisfies AdvisoryList, null, 2)}\n`)
}

/** What an installation consists of, without the tools of development. */
function writeSbom(): void {
  const bill = execFileSync('npm', ['sbom', '--sbom-format', 'cyclonedx', '--package-lock-only', '--omit', 'dev'], {
    cwd: root,
    maxBuffer: 64 * 1024 * 1024,
  })
  mkdirSync(join(root, '.build'), { recursive: true })
  writeFileSync(join(root, '.build/sbom.cdx.json'), bill)
}
