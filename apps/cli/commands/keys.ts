import type { Command } from '../command.ts'

export default {
  summary: 'see whether keys and files are those that the database is used with',
  options: { accept: { type: 'boolean' } },
  details: [
    'All processes of one database have the same DATA_DIR/keys and the same place of files; one that has not does not start.',
    '--accept: from now on what this process has counts, for example after a key was lost. Stop the others first.',
  ].join('\n'),
  async run({ options: { accept } }) {
    const [{ withInstallation }, { acceptAgreement, requireAgreement }, { keyPurposes }] = await Promise.all([
      import('../with-installation.ts'),
      import('@dacsan/platform/agreement'),
      import('@dacsan/modules/runtime'),
    ])
    await withInstallation(async ({ db, config }) => {
      if (accept === true) await acceptAgreement(db, config, keyPurposes)
      else await requireAgreement(db, config, { purposes: keyPurposes })
      console.log('keys and files are those of the database')
    })
  },
} satisfies Command
