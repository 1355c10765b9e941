// `node tools/check-province.ts NAME`: reads the folder of a province as the rooms read it, and says every fault with file and line.
import { findFacts, provinceNamed, readFacts } from '../platform/facts.ts'

const [name] = process.argv.slice(2)
if (name === undefined) {
  console.error('usage: node tools/check-province.ts NAME (a folder in data/provinces)')
  process.exit(2)
}
// Before anything reads facts: a process reads those of one province.
process.env['PROVINCE'] = name

let faults = 0
async function check(what: string, read: () => unknown): Promise<void> {
  try {
    const found = await read()
    console.log(`${found === null ? 'absent' : 'ok    '} ${what}`)
  } catch (error) {
    faults += 1
    console.log(`WRONG  ${what}: ${(error as Error).message}`)
  }
}

await check('the folder', () => provinceNamed(name))
if (faults === 0) {
  const { provinceRoom } = await import('../modules/province/room.ts')
  for (const file of provinceRoom.facts ?? []) await check(file.path, () => readFacts(file))
}
// The other rooms read these when they are imported.
if (faults === 0) {
  const [{ rooms }, { provincialRegister }, { units }, { demoFile }] = await Promise.all([
    import('../modules/rooms.ts'),
    import('../modules/catalogue/index.ts'),
    import('../modules/province/index.ts'),
    import('../modules/province/demo.ts'),
  ])
  for (const { name, facts = [] } of rooms) if (name !== 'province') for (const file of facts) await check(file.path, () => readFacts(file))
  await check('the rows of register.csv and their communes', () => {
    for (const { row, communeCode, formerCommuneCode } of provincialRegister()) {
      const missing =
        (communeCode !== null && units().formedFrom(communeCode).length === 0 && communeCode) ||
        (formerCommuneCode !== null && !units().former(formerCommuneCode) && formerCommuneCode)
      if (missing) throw new Error(`data/provinces/${name}/register.csv:${row}: units.csv has no commune ${missing}`)
    }
  })
  await check('demo.json (only for SEED=demo)', () => findFacts(demoFile))
}
process.exitCode = faults > 0 ? 1 : 0
