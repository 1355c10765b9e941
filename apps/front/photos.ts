import type { FastifyInstance } from 'fastify'
import { openPublicPhoto } from '@dacsan/modules/catalogue'
import type { Runtime } from '@dacsan/modules/runtime'

/** The photos of products in the register. The name is the hash of the bytes: what was once fetched is never asked for again. */
export function registerPhotos(app: FastifyInstance, { db, files }: Runtime): void {
  app.get<{ Params: { hash: string } }>('/anh/:hash([0-9a-f]{64}).webp', async (request, reply) => {
    const { stream, size } = await openPublicPhoto({ db, files }, request.params.hash)
    return reply
      .header('cache-control', 'public, max-age=31536000, immutable')
      .header('content-length', size)
      .header('x-content-type-options', 'nosniff')
      .type('image/webp')
      .send(stream)
  })
}
