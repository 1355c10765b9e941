import { type Command, UsageError } from '../command.ts'

export default {
  summary: 'say whose a GLN is, so that its owner sees the events that name it',
  arguments: ['GLN'],
  options: { org: { type: 'string' } },
  details: '--org CODE; works beside a running server or without one. The GLN is that of the organisation or of one of its places.',
  async run({ arguments: [gln], options: { org } }) {
    if (typeof org !== 'string') throw new UsageError('--org is missing')
    const [{ onGroundwork }, { assignGln }, { sayGlnRefusal }] = await Promise.all([
      import('../on-groundwork.ts'),
      import('@dacsan/modules/epcis-repository'),
      import('@dacsan/modules/epcis-repository/words'),
    ])
    const assigned = await onGroundwork(({ ctx }) => assignGln(ctx, { code: org, gln: gln! }))
    if (!assigned.ok) throw new Error(sayGlnRefusal(assigned.refusal))
    console.log(assigned.value.gln)
  },
} satisfies Command
