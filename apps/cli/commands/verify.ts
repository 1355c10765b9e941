import type { Command } from '../command.ts'

export default {
  summary: 'prove the books again: audit chain, stock and money, files',
  details: 'Ends with status 1 and names what is wrong where a proof fails.',
  async run() {
    const [{ withInstallation }, { proveBooks }] = await Promise.all([
      import('../with-installation.ts'),
      import('@dacsan/modules/integrity-checks'),
    ])
    await withInstallation(async (installation) => {
      for (const { name, checked, faults } of await proveBooks(installation)) {
        console.log(`${faults.length === 0 ? 'ok    ' : 'BROKEN'} ${name}: ${checked} checked`)
        for (const fault of faults) console.log(`       ${fault}`)
        if (faults.length > 0) process.exitCode = 1
      }
    })
  },
} satisfies Command
