export const foundWords = {
  dossiers: 'Hồ sơ',
  dossier: (code: string, producer: string, status: string) => `${code} · ${producer} · ${status}`,
}
