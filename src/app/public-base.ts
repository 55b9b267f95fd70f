import type { Config } from './config.ts'

/** The name of a listening address that a browser on this machine can use. */
export const shownHost = (host: string): string =>
  host === '127.0.0.1' || host === '0.0.0.0' || host === '::' ? 'localhost' : host

/** How the outside reaches the public port, without a slash at the end: PUBLIC_URL, else this machine's own name. */
export const publicBaseOf = ({ PUBLIC_URL, HOST }: Pick<Config, 'PUBLIC_URL' | 'HOST'>, port: number): string =>
  (PUBLIC_URL ?? `http://${shownHost(HOST)}:${port}`).replace(/\/$/, '')
