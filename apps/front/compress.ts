import type { IncomingMessage, ServerResponse } from 'node:http'
import { constants } from 'node:zlib'
import compression from 'compression'

/** Below a network packet or so, compressing costs more than it saves (bytes). */
const threshold = 1024

type Middleware = (request: IncomingMessage, response: ServerResponse, next: () => void) => void

/**
 * Compresses an answer with Brotli or gzip, where its caller reads that and its type gains by it. On the raw answer, so that the pages, which are
 * answered past the framework, and the routes of the framework have the same one.
 */
export const compressAnswer = compression({
  threshold,
  // The default of Brotli (11) is for files that are compressed once.
  brotli: { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } },
} as compression.CompressionOptions) as unknown as Middleware
