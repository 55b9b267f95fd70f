/** The only source of chance. */
export interface Random {
  bytes(length: number): Uint8Array
}
