/**
 * CRC-16/CCITT-FALSE over the UTF-8 bytes of a text: polynomial 0x1021, start 0xFFFF, not reflected (EMVCo MPM 1.1, 4.7.3.2).
 *
 * @returns four upper-case hexadecimal digits
 * @example crc16('123456789') // '29B1'
 */
export function crc16(text: string): string {
  let crc = 0xffff
  for (const byte of new TextEncoder().encode(text)) {
    crc ^= byte << 8
    for (let bit = 0; bit < 8; bit += 1) crc = (crc & 0x8000 ? (crc << 1) ^ 0x1021 : crc << 1) & 0xffff
  }
  return crc.toString(16).toUpperCase().padStart(4, '0')
}
