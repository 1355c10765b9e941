import type { Command } from '../command.ts'

export default {
  summary: 'open the account of an administrator',
  arguments: ['EMAIL', 'NAME'],
  details: [
    'For an installation without demo data, where nobody can sign in yet; works beside a running server or without one.',
    'Prints the address of an invitation alone on the last line: its owner opens it once, within its hours, and chooses a password.',
    'The second factor is set up at the first sign-in.',
  ].join('\n'),
  async run({ arguments: [email, name] }) {
    const [{ onGroundwork }, { invitePersonInput, openAdministrator }, { invitationPath }, { sayRefusal }] = await Promise.all([
      import('../on-groundwork.ts'),
      import('@dacsan/modules/identity'),
      import('@dacsan/modules/identity/rules'),
      import('@dacsan/modules/identity/words'),
    ])
    const person = invitePersonInput.safeParse({ email, name })
    if (!person.success) throw new Error(`${String(person.error.issues[0]?.path[0])}: ${person.error.issues[0]?.message}`)
    const { opened, origin } = await onGroundwork(async ({ ctx, origin }) => ({
      opened: await openAdministrator(ctx, person.data),
      origin,
    }))
    if (!opened.ok) throw new Error(sayRefusal(opened.refusal))
    console.log(`${origin}${invitationPath(opened.value.invitation.secret)}`)
  },
} satisfies Command
