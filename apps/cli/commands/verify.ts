import type { Command } from '../command.ts'

export default {
  summary: 'check the books again: audit chain, stock and money, files',
  details: 'Ends with status 1 and names what is wrong where a check fails.',
  async run() {
    const [{ withInstallation }, { runIntegrityChecks }] = await Promise.all([
      import('../with-installation.ts'),
      import('@dacsan/modules/integrity-checks'),
    ])
    await withInstallation(
      async (installation) => {
        for (const { name, checked, faults } of await runIntegrityChecks(installation)) {
          console.log(`${faults.length === 0 ? 'ok    ' : 'BROKEN'} ${name}: ${checked} checked`)
          for (const fault of faults) console.log(`       ${fault}`)
          if (faults.length > 0) process.exitCode = 1
        }
      },
      { asOwner: true },
    )
  },
} satisfies Command
