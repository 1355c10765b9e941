import { fileURLToPath } from 'node:url'
import ts from 'typescript'
import { expect, test } from 'vitest'
import { actionNames, subjectTypeNames } from './audit-words.ts'

const root = fileURLToPath(new URL('../../../../', import.meta.url))

/** What the compiler knows of every `audit(tx, ctx, note)` in the modules: each action and each kind of subject that can be written. */
function written(): Record<'action' | 'subjectType', string[]> {
  const config = ts.readConfigFile(`${root}tsconfig.json`, ts.sys.readFile)
  const { options } = ts.parseJsonConfigFileContent(config.config, ts.sys, root)
  const files = ts.sys.readDirectory(`${root}modules`, ['.ts'], ['**/*.test.ts', '**/node_modules'])
  const program = ts.createProgram(files, options)
  const checker = program.getTypeChecker()
  const found = { action: new Set<string>(), subjectType: new Set<string>() }

  const typeOf = (note: ts.Expression, part: string): ts.Type | undefined => {
    const own = ts.isObjectLiteralExpression(note) && note.properties.find((property) => property.name?.getText() === part)
    // A literal that is written in place would be widened to `string` with the object around it.
    if (own) return checker.getTypeAtLocation(ts.isPropertyAssignment(own) ? own.initializer : own)
    const property = checker.getTypeAtLocation(note).getProperty(part)
    return property && checker.getTypeOfSymbol(property)
  }
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node) && node.expression.getText() === 'audit') {
      for (const part of ['action', 'subjectType'] as const) {
        const type = typeOf(node.arguments[2]!, part)
        const known = type && (checker.getBaseConstraintOfType(type) ?? type)
        for (const one of known?.isUnion() ? known.types : [known]) {
          if (!one?.isStringLiteral())
            throw new Error(`${node.getSourceFile().fileName}: no telling which ${part} ${node.getText()} writes`)
          found[part].add(one.value)
        }
      }
    }
    ts.forEachChild(node, visit)
  }
  for (const file of files) visit(program.getSourceFile(file)!)
  return { action: [...found.action].toSorted(), subjectType: [...found.subjectType].toSorted() }
}

test('the audit viewer has a name for every action and every kind of subject that the product writes, and for nothing else', () => {
  const { action, subjectType } = written()
  expect(Object.keys(actionNames).toSorted()).toEqual(action)
  expect(Object.keys(subjectTypeNames).toSorted()).toEqual(subjectType)
}, 120_000)
