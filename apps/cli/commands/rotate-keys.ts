import type { Command } from '../command.ts'

export default {
  summary: 'lock the numbers of people and accounts with a new key, or sign certificates with one',
  options: { prepare: { type: 'boolean' }, certificates: { type: 'boolean' } },
  details: [
    'Also while the product runs: what works already knows the new key within a minute. Old keys stay in DATA_DIR/keys, for backups of before.',
    '--prepare: makes the new key and locks nothing yet. With several DATA_DIR copy it to all of them then, and give the command without it.',
    '--certificates: the key that certificates are signed with as credentials, and no other. What older keys signed stays genuine.',
    'Ends with status 1 and names the numbers whose key is lost: they stay as they are until it is put back, or until somebody types them anew.',
  ].join('\n'),
  async run({ options: { prepare, certificates } }) {
    const [{ withInstallation }, { prepareRotation, rotateKeys }, { prepareIssuerKey, rotateIssuerKey }] = await Promise.all([
      import('../with-installation.ts'),
      import('@dacsan/modules/locked-columns'),
      import('@dacsan/modules/certificates'),
    ])
    await withInstallation(async (installation) => {
      if (prepare === true) {
        const name = await (certificates === true ? prepareIssuerKey : prepareRotation)(installation)
        const next = `bin/dacsan rotate-keys${certificates === true ? ' --certificates' : ''}`
        return console.log(`DATA_DIR/keys/${name} is made: copy it to every other DATA_DIR of this database, then ${next}`)
      }
      if (certificates === true) return console.log(`certificates are signed with key ${await rotateIssuerKey(installation, new Date())}`)
      const { key, locked, unopenable } = await rotateKeys(installation)
      console.log(`${locked} numbers are locked with key ${key}`)
      for (const where of unopenable) console.log(`cannot be opened: ${where}`)
      if (unopenable.length > 0) process.exitCode = 1
    })
  },
} satisfies Command
