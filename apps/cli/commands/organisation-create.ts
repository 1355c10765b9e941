import { type Command, UsageError } from '../command.ts'

export default {
  summary: 'make an organisation',
  options: {
    kind: { type: 'string' },
    code: { type: 'string' },
    name: { type: 'string' },
    commune: { type: 'string' },
    parent: { type: 'string' },
  },
  details: [
    '--kind KIND --code CODE --name NAME [--commune CODE] [--parent CODE]; works beside a running server or without one.',
    'KIND: producer, commune, provincial-office, council, department, steering-committee, partner. Communes are there from the start,',
    'under their own five digits. Prints the id of the organisation alone on the last line.',
  ].join('\n'),
  async run({ options }) {
    const { kind, code, name, commune, parent } = options
    for (const wanted of ['kind', 'code', 'name'] as const)
      if (typeof options[wanted] !== 'string') throw new UsageError(`--${wanted} is missing`)
    const [{ onGroundwork }, { addOrganisation, addOrganisationInput }, { newOrganisationKinds }, { sayRefusal }] = await Promise.all([
      import('../on-groundwork.ts'),
      import('@dacsan/modules/identity'),
      import('@dacsan/modules/identity/rules'),
      import('@dacsan/modules/identity/words'),
    ])
    if (!(newOrganisationKinds as readonly unknown[]).includes(kind))
      throw new UsageError(`--kind ${String(kind)} is none of ${newOrganisationKinds.join(', ')}`)
    const input = addOrganisationInput.safeParse({ kind, code, name, communeCode: commune, parentCode: parent })
    if (!input.success) throw new Error(`${String(input.error.issues[0]?.path[0])}: ${input.error.issues[0]?.message}`)
    const made = await onGroundwork(({ ctx }) => addOrganisation(ctx, input.data))
    if (!made.ok) throw new Error(sayRefusal(made.refusal))
    console.log(made.value.organisationId)
  },
} satisfies Command
