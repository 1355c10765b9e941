import { readFileSync } from 'node:fs'

export type Bank = { bin: string; code: string; shortName: string; name: string; transfers: boolean }

let known: Map<string, Bank> | undefined

/** The banks that take transfers by VietQR, from `data/banks/banks.json`; read once. */
export function banks(): ReadonlyMap<string, Bank> {
  known ??= readBanks()
  return known
}

function readBanks(): Map<string, Bank> {
  const file = JSON.parse(readFileSync(new URL('../../../data/banks/banks.json', import.meta.url), 'utf8')) as { banks: Bank[] }
  return new Map(file.banks.filter((bank) => bank.transfers).map((bank) => [bank.bin, bank]))
}
