import type { Command } from '../command.ts'

export default {
  summary: 'open the accounts of a file',
  arguments: ['FILE'],
  options: { try: { type: 'boolean' }, slips: { type: 'string' } },
  details: [
    'CSV or XLSX with the columns email, name, role, org, or their Vietnamese headings: all of it or nothing.',
    'Every fault is told with its row and column on standard error, and the status is 1. A second run adds nothing.',
    'Prints a line for each account that was opened: the address to sign in with, a tab, the address of its invitation (good for seven days).',
    '--slips FILE: writes the invitations as slips to print (PDF), too. --try: judges the file and writes nothing.',
  ].join('\n'),
  async run({ arguments: [file], options: { try: tryOnly, slips } }) {
    const [{ importFile }, { importAccounts }, { importPage }, { invitationPath }] = await Promise.all([
      import('../import-file.ts'),
      import('@dacsan/modules/identity'),
      import('@dacsan/modules/identity/words'),
      import('@dacsan/modules/identity/rules'),
    ])
    await importFile(file!, {
      tryOnly: tryOnly === true,
      take: importAccounts,
      words: importPage.accounts,
      async after({ made, tried }, { ctx, origin }) {
        if (tried) return
        if (typeof slips === 'string' && made.length > 0) {
          const [{ printSlips }, { writeFile }] = await Promise.all([
            import('@dacsan/modules/invitation-slips'),
            import('node:fs/promises'),
          ])
          const drawn = await printSlips(ctx, { secrets: made.map(({ invitation }) => invitation.secret), origin })
          if (!drawn.ok) throw new Error(`the slips were not drawn: ${drawn.refusal.code}`)
          // Whoever reads it can open the accounts.
          await writeFile(slips, drawn.value, { mode: 0o600 })
        }
        for (const { email, invitation } of made) console.log(`${email}\t${origin}${invitationPath(invitation.secret)}`)
      },
    })
  },
} satisfies Command
