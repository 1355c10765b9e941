import { type Command, UsageError } from '../command.ts'

export default {
  summary: 'open an account by invitation',
  options: { email: { type: 'string' }, name: { type: 'string' }, role: { type: 'string' }, org: { type: 'string' } },
  details: [
    '--email E --name N --role ROLE --org CODE; works beside a running server or without one.',
    'Prints the address of an invitation alone on the last line: its owner opens it once, within seven days, and chooses a password.',
    'Which roles an organisation gives depends on its kind.',
  ].join('\n'),
  async run({ options }) {
    const { email, name, role, org } = options
    for (const wanted of ['email', 'name', 'role', 'org'] as const)
      if (typeof options[wanted] !== 'string') throw new UsageError(`--${wanted} is missing`)
    const [{ onGroundwork }, identity, { invitationPath, roles }, { sayRefusal }] = await Promise.all([
      import('../on-groundwork.ts'),
      import('@dacsan/modules/identity'),
      import('@dacsan/modules/identity/rules'),
      import('@dacsan/modules/identity/words'),
    ])
    const known = roles.find((one) => one === role)
    if (!known) throw new UsageError(`--role ${String(role)} is none of ${roles.join(', ')}`)
    const person = identity.invitePersonInput.safeParse({ email, name })
    if (!person.success) throw new Error(`${String(person.error.issues[0]?.path[0])}: ${person.error.issues[0]?.message}`)
    const { opened, origin } = await onGroundwork(async ({ ctx, origin }) => {
      const organisation = await identity.findOrganisationByCode(ctx, String(org))
      if (!organisation) throw new Error(`--org ${String(org)}: ${sayRefusal({ code: 'unknown-organisation' })}`)
      return { opened: await identity.openAccount(ctx, { ...person.data, role: known, organisationId: organisation.id }), origin }
    })
    if (!opened.ok) throw new Error(sayRefusal(opened.refusal))
    console.log(`${origin}${invitationPath(opened.value.invitation.secret)}`)
  },
} satisfies Command
