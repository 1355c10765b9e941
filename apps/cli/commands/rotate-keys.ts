import type { Command } from '../command.ts'

export default {
  summary: 'lock the numbers of people and accounts with a new key',
  options: { prepare: { type: 'boolean' } },
  details: [
    'Also while the product runs: what works already knows the new key within a minute. Old keys stay in DATA_DIR/keys, for backups of before.',
    '--prepare: makes the new key and locks nothing yet. With several DATA_DIR copy it to all of them then, and give the command without it.',
    'Ends with status 1 and names the numbers whose key is lost: they stay as they are until it is put back, or until somebody types them anew.',
  ].join('\n'),
  async run({ options: { prepare } }) {
    const [{ withInstallation }, { prepareRotation, rotateKeys }] = await Promise.all([
      import('../with-installation.ts'),
      import('@dacsan/modules/locked-columns'),
    ])
    await withInstallation(async (installation) => {
      if (prepare === true) {
        const name = await prepareRotation(installation)
        return console.log(`DATA_DIR/keys/${name} is made: copy it to every other DATA_DIR of this database, then bin/dacsan rotate-keys`)
      }
      const { key, locked, unopenable } = await rotateKeys(installation)
      console.log(`${locked} numbers are locked with key ${key}`)
      for (const where of unopenable) console.log(`cannot be opened: ${where}`)
      if (unopenable.length > 0) process.exitCode = 1
    })
  },
} satisfies Command
