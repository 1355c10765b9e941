// `npm test` runs this: no page and no shell decides by a status or a role. They ask the `may` of a view, a fact of the module, or a table of words.
import ts from 'typescript'
import { isForTests, listSources, report, scriptsOf, visit } from './checks/sources.ts'

const states = knownStates()
const speaksOfState = /(status|state|verdict|payment|fulfilment|role|standing|stage|desk|queue)s?$/i

const files = listSources('apps/{web/src,front,worker}/**/*.{ts,svelte}').filter((path) => !isForTests(path))
const faults: string[] = []
for (const path of files) {
  for (const script of scriptsOf(path)) {
    visit(script, (node, line) => {
      const found = comparedWith(node)
      if (found) faults.push(`${path}:${line}: compares ${found}: that is the module's to say`)
    })
  }
}
report(faults, { seen: files.length, least: 300, what: 'files of the shells' })

/** The state or role that a node compares something with, where what it compares is called a status, a role and so on. */
function comparedWith(node: ts.Node): string | null {
  if (ts.isBinaryExpression(node) && /^(={2,3}|!={1,2})$/.test(node.operatorToken.getText())) {
    const [word, other] = ts.isStringLiteralLike(node.right) ? [node.right, node.left] : [node.left, node.right]
    return ts.isStringLiteralLike(word) && states.has(word.text) && speaksOfState.test(nameOf(other))
      ? `${nameOf(other)} with '${word.text}'`
      : null
  }
  if (ts.isCaseClause(node) && ts.isStringLiteralLike(node.expression) && states.has(node.expression.text)) {
    const { expression } = node.parent.parent
    return speaksOfState.test(nameOf(expression)) ? `${nameOf(expression)} with '${node.expression.text}'` : null
  }
  if (ts.isCallExpression(node) && ts.isPropertyAccessExpression(node.expression) && node.expression.name.text === 'includes') {
    const [asked] = node.arguments
    const list = ts.isAsExpression(node.expression.expression) ? node.expression.expression.expression : node.expression.expression
    const words = ts.isArrayLiteralExpression(unparenthesised(list)) ? (unparenthesised(list) as ts.ArrayLiteralExpression).elements : []
    const state = words.find((word) => ts.isStringLiteralLike(word) && states.has(word.text))
    return asked && state && speaksOfState.test(nameOf(asked)) ? `${nameOf(asked)} with ${state.getText()}` : null
  }
  return null
}

function unparenthesised(node: ts.Node): ts.Node {
  return ts.isParenthesizedExpression(node)
    ? unparenthesised(node.expression)
    : ts.isAsExpression(node)
      ? unparenthesised(node.expression)
      : node
}

/** The last name of an expression: `data.session?.status` is called `status`. */
function nameOf(node: ts.Node): string {
  const inner = unparenthesised(node)
  if (ts.isIdentifier(inner)) return inner.text
  if (ts.isPropertyAccessExpression(inner)) return inner.name.text
  if (ts.isNonNullExpression(inner)) return nameOf(inner.expression)
  return ''
}

/** Every word that a list of states, verdicts or roles in the modules holds: `export const dossierStatuses = ['draft', …] as const`. */
function knownStates(): Set<string> {
  const known = new Set<string>()
  const isList = /(status|state|verdict|role|standing|stage|kind|desk|queue)(s|es)$/i
  for (const path of listSources('modules/**/*.ts').filter((one) => !isForTests(one))) {
    for (const script of scriptsOf(path)) {
      visit(script, (node) => {
        if (!ts.isVariableDeclaration(node) || !ts.isIdentifier(node.name) || !isList.test(node.name.text) || !node.initializer) return
        const list = unparenthesised(node.initializer)
        for (const word of ts.isArrayLiteralExpression(list) ? list.elements : []) if (ts.isStringLiteralLike(word)) known.add(word.text)
      })
    }
  }
  // States that are a type alone.
  for (const word of [
    'expiring',
    'expired',
    'valid',
    'late',
    'soon',
    'on-time',
    'member',
    'chair',
    'secretary',
    'office',
    'leader',
    'blank',
    'open',
    'closed',
  ])
    known.add(word)
  return known
}
