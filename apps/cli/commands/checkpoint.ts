import type { Command } from '../command.ts'

export default {
  summary: 'bind what has become final into the transparency log, and print its signed checkpoint',
  options: { add: { type: 'string' } },
  details: [
    'The checkpoint is a signed note (C2SP tlog-checkpoint): whoever keeps it can prove later that nothing in the log was changed or cut off.',
    '--add FILE takes back a checkpoint of this log that witnesses (WITNESS_KEYS) have cosigned.',
  ].join('\n'),
  async run({ options: { add } }) {
    const [{ withInstallation }, { askWitnesses, newestCheckpoint, sealFacts, takeCosigned }, { readFile }] = await Promise.all([
      import('../with-installation.ts'),
      import('@dacsan/modules/transparency-log'),
      import('node:fs/promises'),
    ])
    await withInstallation(async (installation) => {
      if (typeof add === 'string') {
        const taken = await takeCosigned(installation, await readFile(add, 'utf8'))
        if (taken.ok) return console.log(`cosigned by ${taken.value.witnesses.join(', ')} at ${taken.value.size} entries`)
        console.error(`${add} was not taken: ${JSON.stringify(taken.refusal)}`)
        process.exitCode = 1
        return
      }
      const { sealed, size } = await sealFacts(installation)
      console.error(`${sealed} facts bound, ${size} in the log`)
      const witnessed = await askWitnesses(installation.config)
      if (witnessed) console.error(`cosigned by ${witnessed.witnesses.join(', ') || 'nobody'} at ${witnessed.size} entries`)
      for (const { url, why } of witnessed?.silent ?? []) console.error(`${url} did not cosign: ${why}`)
      process.stdout.write((await newestCheckpoint(installation.config)) ?? '')
    })
  },
} satisfies Command
