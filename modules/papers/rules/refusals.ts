/** Why a paper is not drawn now, and after how many seconds to ask again. */
export type DrawingRefusal =
  | { code: 'own-papers-in-work'; count: number; retryAfter: number }
  | { code: 'too-many-papers'; retryAfter: number }
  | { code: 'paper-took-too-long'; seconds: number; retryAfter: number }

/** How an address answers: the person asks too much (RFC 6585), or the service has too much to do. */
export const drawingStatus = {
  'own-papers-in-work': 429,
  'too-many-papers': 503,
  'paper-took-too-long': 503,
} as const satisfies Record<DrawingRefusal['code'], number>

export const isDrawingRefusal = (refusal: { code: string }): refusal is DrawingRefusal => refusal.code in drawingStatus
