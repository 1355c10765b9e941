/** `name:id` of an address that must not be stored (`Room.secretPaths`). */
export const readSecretPath = (path: string): { name: string; id: string } | null => {
  const [, name, id] = /^([a-z-]+):(.+)$/.exec(path) ?? []
  return name === undefined || id === undefined ? null : { name, id }
}

export const isSecretPath = (path: string): boolean => readSecretPath(path) !== null
