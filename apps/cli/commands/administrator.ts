import { randomBytes } from 'node:crypto'
import type { Command } from '../command.ts'

export default {
  summary: 'open the account of an administrator',
  arguments: ['EMAIL', 'NAME'],
  details: [
    'For an installation without demo data, where nobody can sign in yet; works beside a running server or without one.',
    'Prints the first password alone on the last line. The second factor is set up at the first sign-in.',
  ].join('\n'),
  async run({ arguments: [email, name] }) {
    const [{ withInstallation }, { createPersonInput, openAdministrator, system }, { sayRefusal }, { contextFor }] = await Promise.all([
      import('../with-installation.ts'),
      import('@dacsan/modules/identity'),
      import('@dacsan/modules/identity/words'),
      import('@dacsan/modules/runtime'),
    ])
    const password = randomBytes(12).toString('base64url')
    const person = createPersonInput.safeParse({ email, name, password })
    if (!person.success) throw new Error(`${String(person.error.issues[0]?.path[0])}: ${person.error.issues[0]?.message}`)
    const opened = await withInstallation((installation) =>
      openAdministrator(contextFor(installation, system('command line')), person.data),
    )
    if (!opened.ok) throw new Error(sayRefusal(opened.refusal))
    console.log(password)
  },
} satisfies Command
