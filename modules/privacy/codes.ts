import { randomInt } from 'node:crypto'

// No letters that are read for one another.
const symbols = '23456789ABCDEFGHJKMNPQRSTUVWXYZ'
const newCode = (prefix: string) => `${prefix}-${Array.from({ length: 8 }, () => symbols[randomInt(symbols.length)]).join('')}`

export const newRequestCode = (): string => newCode('DL')
export const newBreachCode = (): string => newCode('SC')
