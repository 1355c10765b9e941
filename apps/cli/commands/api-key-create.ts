import { type Command, UsageError } from '../command.ts'

export default {
  summary: 'make a key with which a machine comes in',
  options: {
    org: { type: 'string' },
    scope: { type: 'string', multiple: true },
    label: { type: 'string' },
    expires: { type: 'string' },
  },
  details: [
    '--org CODE --scope SCOPE [--scope SCOPE …] [--label TEXT] [--expires YYYY-MM-DD]; works beside a running server or without one.',
    'SCOPE: epcis. An organisation that is not there yet is made bare, as a partner.',
    'Prints the key alone on the last line. It is shown this once: what is kept of it does not give it back.',
  ].join('\n'),
  async run({ options }) {
    const { org, scope, label, expires } = options
    if (typeof org !== 'string') throw new UsageError('--org is missing')
    if (!Array.isArray(scope)) throw new UsageError('--scope is missing')
    const [{ onGroundwork }, { addOrganisationInput, apiKeyInput, createApiKeyAt }, { apiKeyScopes }, { madeOnMachine, sayRefusal }] =
      await Promise.all([
        import('../on-groundwork.ts'),
        import('@dacsan/modules/identity'),
        import('@dacsan/modules/identity/rules'),
        import('@dacsan/modules/identity/words'),
      ])
    const unknown = scope.find((one) => !(apiKeyScopes as readonly unknown[]).includes(one))
    if (unknown !== undefined) throw new UsageError(`--scope ${String(unknown)} is none of ${apiKeyScopes.join(', ')}`)
    const code = addOrganisationInput.shape.code.safeParse(org)
    if (!code.success) throw new Error(`--org ${org}: ${code.error.issues[0]?.message}`)
    const input = apiKeyInput.safeParse({ scopes: scope, label: label ?? madeOnMachine, expiresOn: expires })
    if (!input.success) throw new Error(`${String(input.error.issues[0]?.path[0])}: ${input.error.issues[0]?.message}`)
    const made = await onGroundwork(({ ctx }) => createApiKeyAt(ctx, code.data, input.data))
    if (!made.ok) throw new Error(sayRefusal(made.refusal))
    process.stderr.write(`${made.value.keyId}\n`)
    console.log(made.value.key)
  },
} satisfies Command
