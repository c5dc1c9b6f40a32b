/**
 * Passkeys in the browser: two conversations, one to make a passkey and one to sign in with it. What the device asks of its owner in between
 * is the device's business.
 */
import type { Fault, Outcome } from '../api/request.ts'
import { server } from '../api/server.ts'
import { faultWords } from '../refusal/explain-fault.ts'

/** Whether this browser can, at this address: passkeys are bound to a name, and come with pages that nobody could have changed on the way. */
export function passkeysHere(): boolean {
  return (
    isSecureContext &&
    'PublicKeyCredential' in window &&
    'parseCreationOptionsFromJSON' in PublicKeyCredential &&
    !/^[\d.]+$|:/.test(location.hostname)
  )
}

export type PasskeyOutcome = { readonly is: 'done' } | { readonly is: 'given-up' } | { readonly is: 'failed'; readonly why: string }

/** Makes a passkey for whoever is signed in. */
export async function addPasskey(name: string): Promise<PasskeyOutcome> {
  const begun = await server.beginPasskey()
  if (!begun.ok) return failed(begun.fault)
  const publicKey = PublicKeyCredential.parseCreationOptionsFromJSON(begun.value.options)
  const credential = await asked(() => navigator.credentials.create({ publicKey }))
  return typeof credential === 'string' ? { is: credential } : answered(await server.addPasskey(name, credential))
}

/** Signs this browser in as whoever the chosen passkey belongs to. */
export async function signInWithPasskey(): Promise<PasskeyOutcome> {
  const begun = await server.beginPasskeySignIn()
  if (!begun.ok) return failed(begun.fault)
  const publicKey = PublicKeyCredential.parseRequestOptionsFromJSON(begun.value.options)
  const credential = await asked(() => navigator.credentials.get({ publicKey }))
  return typeof credential === 'string' ? { is: credential } : answered(await server.passkeySignIn(credential))
}

/** What the device gave, as JSON; `given-up` when its owner declined or it took too long. */
async function asked(ask: () => Promise<Credential | null>): Promise<object | 'given-up'> {
  try {
    const credential = await ask()
    return credential instanceof PublicKeyCredential ? credential.toJSON() : 'given-up'
  } catch (error) {
    // The browser says no more than this on purpose (Web Authentication, 14.5.1), and throws the same for a device that has it already.
    if (error instanceof DOMException) return 'given-up'
    throw error
  }
}

function answered(outcome: Outcome<Response>): PasskeyOutcome {
  return outcome.ok ? { is: 'done' } : failed(outcome.fault)
}

function failed(fault: Fault): PasskeyOutcome {
  return { is: 'failed', why: faultWords(fault) }
}
