import { readFile } from 'node:fs/promises'
import { done, refuse } from '@dacsan/decisions'
import type { Outcome } from '@dacsan/decisions'
import { parse } from 'csv-parse/sync'
import { readRegister } from './read-register.ts'
import type { RegisterProducer, RegisterRejected } from './read-register.ts'

const ourFile = new URL('../../data/register/tra-vinh.csv', import.meta.url)

/** The register of Trà Vinh, Vĩnh Long and Bến Tre as far as public sources tell: see data/register/SOURCE.md. */
export async function provincialRegister(): Promise<RegisterProducer[]> {
  const read = readRegisterCsv(await readFile(ourFile, 'utf8'))
  if (!read.ok) throw new Error(`data/register/tra-vinh.csv is wrong: ${JSON.stringify(read.refusal.problems)}`)
  return read.value
}

/** Reads a register file saved as CSV, with or without byte order mark, separated by commas or (as Vietnamese Excel does) semicolons. */
export function readRegisterCsv(text: string): Outcome<RegisterProducer[], RegisterRejected> {
  const table = tableOf(text)
  return table.ok ? readRegister(table.value) : table
}

function tableOf(text: string): Outcome<string[][], RegisterRejected> {
  try {
    return done(parse(text, { bom: true, delimiter: [',', ';'], relax_column_count: true, skip_empty_lines: false }))
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    return refuse('register-rejected', { problems: [{ code: 'file-unreadable', reason }] })
  }
}
