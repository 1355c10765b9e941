import type { OpenInstallation } from '@dacsan/modules/runtime'
import type { Command } from '../command.ts'

export default {
  summary: 'lock the numbers of people and accounts with a new key, or sign certificates or the log or number labels with one',
  options: {
    prepare: { type: 'boolean' },
    certificates: { type: 'boolean' },
    labels: { type: 'boolean' },
    void: { type: 'string' },
    log: { type: 'boolean' },
  },
  details: [
    'Also while the product runs: what works already knows the new key within a minute. Old keys stay in DATA_DIR/keys, for backups of before.',
    '--prepare: makes the new key and locks nothing yet. With several DATA_DIR copy it to all of them then, and give the command without it.',
    '--certificates: the key that certificates are signed with as credentials, and no other. What older keys signed stays genuine.',
    '--labels: the key that the numbers of labels are made with, and no other. Labels that are about stay genuine.',
    '--certificates --void KEY: somebody else may have it (credentials-1). What it signed is not genuine any more, is signed anew, and must be printed again.',
    '--log: the key that signs the transparency log, and no other. What older keys signed stays signed; /log/vkey tells them all, the newest last.',
    'Ends with status 1 and names the numbers whose key is lost: they stay as they are until it is put back, or until somebody types them anew.',
  ].join('\n'),
  async run({ options: { prepare, certificates, labels, void: voided, log } }) {
    const { withInstallation } = await import('../with-installation.ts')
    if (log === true) {
      const { rotateSealKey } = await import('@dacsan/modules/transparency-log')
      return withInstallation(async (installation) => {
        const { purpose, vkey } = await rotateSealKey(installation)
        console.log(`DATA_DIR/keys/${purpose} signs the log from its next sealing on\n${vkey}`)
      })
    }
    if (certificates === true) {
      const asked = { prepare: prepare === true, voided: typeof voided === 'string' ? voided : undefined }
      return withInstallation((installation) => ofCertificates(installation, asked))
    }
    if (labels === true) {
      const { rotateSerialKey } = await import('@dacsan/modules/traceability')
      return withInstallation(async (installation) =>
        console.log(`labels are numbered with key ${await rotateSerialKey(installation, new Date())}`),
      )
    }
    if (voided !== undefined) throw new Error('only a key of certificates is declared void: --certificates --void KEY')
    const { prepareRotation, rotateKeys } = await import('@dacsan/modules/locked-columns')
    await withInstallation(async (installation) => {
      if (prepare === true) return console.log(toCopy(await prepareRotation(installation), 'bin/dacsan rotate-keys'))
      const { key, locked, unopenable } = await rotateKeys(installation)
      console.log(`${locked} numbers are locked with key ${key}`)
      for (const where of unopenable) console.log(`cannot be opened: ${where}`)
      if (unopenable.length > 0) process.exitCode = 1
    })
  },
} satisfies Command

const toCopy = (name: string, next: string) =>
  `DATA_DIR/keys/${name} is made: copy it to every other DATA_DIR of this database, then ${next}`

async function ofCertificates(
  installation: OpenInstallation,
  { prepare, voided }: { prepare: boolean; voided: string | undefined },
): Promise<void> {
  const [{ attestAll, prepareIssuerKey, rotateIssuerKey, voidIssuerKey }, { contextFor }, { system }] = await Promise.all([
    import('@dacsan/modules/certificates'),
    import('@dacsan/modules/runtime'),
    import('@dacsan/modules/identity'),
  ])
  const now = new Date()
  if (prepare) return console.log(toCopy(await prepareIssuerKey(installation), 'bin/dacsan rotate-keys --certificates'))
  if (voided === undefined) return console.log(`certificates are signed with key ${await rotateIssuerKey(installation, now)}`)
  if (!(await voidIssuerKey(installation, voided, now))) throw new Error(`no key ${voided} signs certificates`)
  const ctx = contextFor(installation, system('command line'))
  let anew = 0
  for (let signed = 1; signed > 0; anew += signed) signed = await attestAll(ctx, installation.config.origin)
  console.log(`${voided} is void; ${anew} certificates are signed anew and must be printed again`)
}
