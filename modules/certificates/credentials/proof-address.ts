import { packCredential } from '@dacsan/transparency-log/credential'

/**
 * The address that the larger symbol of a certificate leads to: the page that verifies, with the whole credential behind the sign that browsers send to
 * nobody. A telephone that has kept the page verifies it without a network, and any other reader finds all that was signed in the symbol itself.
 */
export async function proofAddress(origin: string, jwt: string): Promise<string> {
  return `${origin}/giay-chung-nhan/kiem-tra#${await packCredential(jwt)}`
}
