import { error } from '@sveltejs/kit'
import { currentRuntime } from '@dacsan/modules/runtime'
import { proofOf, publicLogFile, stepsByHand } from '@dacsan/modules/transparency-log'
import { dateInVietnam } from '@dacsan/vietnam'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals: { ctx, m }, params }) => {
  const proof = await proofOf(ctx.db, params.code)
  if (!proof) error(404, 'Not Found')
  const { config } = currentRuntime()
  const [first] = proof.lines
  const [checkpoint, steps] = await Promise.all([
    publicLogFile(config, 'checkpoint'),
    first ? stepsByHand(config, config.origin, first) : null,
  ])
  const lines = proof.lines.map(({ sealedAt, ...line }) => ({ ...line, sealedOn: dateInVietnam(sealedAt) }))
  return { proof: { ...proof, lines }, checkpoint: checkpoint && new TextDecoder().decode(checkpoint.bytes), steps, words: m.proof }
}
