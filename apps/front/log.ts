import type { FastifyInstance } from 'fastify'
import { publicLogFile } from '@dacsan/modules/transparency-log'
import type { Runtime } from '@dacsan/modules/runtime'
import { sendProblem } from './problem.ts'

/** The transparency log for whoever wants to hold us to it (C2SP tlog-tiles): checkpoint, key, tiles of hashes. */
export function registerLog(app: FastifyInstance, { config }: Runtime): void {
  app.get<{ Params: { '*': string } }>('/log/*', async (request, reply) => {
    const file = await publicLogFile(config, request.params['*'])
    if (!file) return sendProblem(reply, 404, 'the log has no such file')
    return reply
      .header('access-control-allow-origin', '*')
      .header('x-content-type-options', 'nosniff')
      .header('cache-control', file.isFinal ? 'public, max-age=31536000, immutable' : 'no-cache')
      .type(file.isFinal ? 'application/octet-stream' : 'text/plain; charset=utf-8')
      .send(Buffer.from(file.bytes))
  })
}
