import { secureHeaders } from 'hono/secure-headers'

/**
 * What browsers are told of every page: own files only, no framing, nothing stored. The referrer policy is `same-origin`
 * because a stricter one makes browsers send `Origin: null` with forms, and the origin door would refuse our own.
 */
export const headersDoor = secureHeaders({
  contentSecurityPolicy: {
    defaultSrc: ["'none'"],
    scriptSrc: ["'self'"],
    styleSrc: ["'self'"],
    imgSrc: ["'self'"],
    connectSrc: ["'self'"],
    formAction: ["'self'"],
    baseUri: ["'none'"],
    frameAncestors: ["'none'"],
  },
  referrerPolicy: 'same-origin',
  xFrameOptions: 'DENY',
  strictTransportSecurity: false,
  crossOriginOpenerPolicy: 'same-origin',
  crossOriginResourcePolicy: 'same-origin',
  permissionsPolicy: { camera: [], microphone: [], geolocation: [] },
})
