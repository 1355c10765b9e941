import { newTraceCode } from '@dacsan/gs1'

/** By which whoever knows it follows a case. */
export function newCaseCode(): string {
  const symbols = newTraceCode((count) => crypto.getRandomValues(new Uint8Array(count)))
  return `PA-${symbols.slice(0, 5)}-${symbols.slice(5, 10)}`
}
