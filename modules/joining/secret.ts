import { createHash } from 'node:crypto'

/** What opens a request to whoever filed it: made of the key of its form, which nobody else has seen. */
export const secretOf = ({ requestKey }: { requestKey: string }): string =>
  createHash('sha256').update(`producer request ${requestKey}`).digest('base64url').slice(0, 24)

/** Where its receipt is opened; `paths.joiningReceipt` of the site says the same. */
export const receiptPath = (request: { code: string; requestKey: string }): string => `/dang-ky/${request.code}?k=${secretOf(request)}`
