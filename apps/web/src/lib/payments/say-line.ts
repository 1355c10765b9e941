import { formatDate } from '@dacsan/vietnam'

/** When a bank says that something moved: `23/11/2026` or `23/11/2026 09:58`. */
export const sayBankMoment = (at: string): string => `${formatDate(at.slice(0, 10))}${at.length > 10 ? ` ${at.slice(11, 16)}` : ''}`
