import type { Command } from '../command.ts'

export default {
  summary: 'prove the books again: audit chain, stock and money, files',
  details: 'Ends with status 1 and names what is wrong where a proof fails.',
  async run() {
    const [{ withInstallation }, { verifyAuditChain }, { proveStock }, { proveFiles }] = await Promise.all([
      import('../with-installation.ts'),
      import('@dacsan/modules/identity'),
      import('@dacsan/modules/shop'),
      import('@dacsan/platform/prove-files'),
    ])
    await withInstallation(async ({ db, pool, files }) => {
      const chain = await verifyAuditChain(db)
      report('audit chain', `${chain.entries} entries`, chain.ok ? [] : [`entry ${chain.brokenAt} is ${chain.reason}`])

      const stock = await proveStock(db)
      for (const [proof, checked] of Object.entries(stock.checked)) {
        const faults = stock.faults.filter((fault) => fault.proof === proof)
        report(
          proof,
          `${checked} checked`,
          faults.map(({ subject, found, expected }) => `${subject}: ${found} instead of ${expected}`),
        )
      }

      const kept = await proveFiles(pool, files)
      report(
        'files',
        `${kept.checked} checked`,
        kept.faults.map(({ hash, fault }) => `${hash} is ${fault}`),
      )
    })
  },
} satisfies Command

function report(proof: string, scope: string, faults: readonly string[]): void {
  console.log(`${faults.length === 0 ? 'ok    ' : 'BROKEN'} ${proof}: ${scope}`)
  for (const fault of faults) console.log(`       ${fault}`)
  if (faults.length > 0) process.exitCode = 1
}
