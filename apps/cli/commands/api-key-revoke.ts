import { type Command, UsageError } from '../command.ts'

export default {
  summary: 'revoke the key of a machine for good',
  arguments: ['ID'],
  options: { reason: { type: 'string' } },
  details: [
    'ID as api-key list has it, [--reason TEXT]; works beside a running server or without one.',
    'The key opens nothing from the next request on. A key that was revoked or has expired: status 1.',
  ].join('\n'),
  async run({ arguments: [given = ''], options }) {
    const [{ onGroundwork }, { revokeApiKey, revokeApiKeyInput }, { revokedOnMachine, sayRefusal }, { idInput }] = await Promise.all([
      import('../on-groundwork.ts'),
      import('@dacsan/modules/identity'),
      import('@dacsan/modules/identity/words'),
      import('@dacsan/platform/ids'),
    ])
    const id = idInput('key').safeParse(given)
    if (!id.success) throw new UsageError(`${given} is no id of a key: dacsan api-key list has them`)
    const input = revokeApiKeyInput.safeParse({ reason: options['reason'] ?? revokedOnMachine })
    if (!input.success) throw new Error(`--reason: ${input.error.issues[0]?.message}`)
    const revoked = await onGroundwork(({ ctx }) => revokeApiKey(ctx, id.data, input.data))
    if (!revoked.ok) throw new Error(sayRefusal(revoked.refusal))
  },
} satisfies Command
