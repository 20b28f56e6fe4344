import { ConfidentialClientApplication, ManagedIdentityApplication, type NodeAuthOptions } from '@azure/msal-node'
import { createHash, X509Certificate } from 'node:crypto'
import type { TokenProvider } from './graph.ts'

/** How the app proves who it is: a certificate with its private key (PEM), or a managed identity behind a federated credential. */
export type AppCredential = { kind: 'certificate'; pem: string } | { kind: 'managedIdentity'; clientId: string }

const GRAPH_SCOPE = 'https://graph.microsoft.com/.default'
/** The audience a managed identity's token needs to stand in for a client secret. */
const EXCHANGE = 'api://AzureADTokenExchange'

/** Tokens for Microsoft Graph in the app's own name, cached by msal-node. Rejects when Entra refuses; graph.ts makes a value of it. */
export function graphTokens(app: { tenantId: string; clientId: string; credential: AppCredential }): TokenProvider {
  const client = new ConfidentialClientApplication({
    auth: { clientId: app.clientId, authority: `https://login.microsoftonline.com/${app.tenantId}`, ...credentialOf(app.credential) },
  })
  return {
    async token() {
      const result = await client.acquireTokenByClientCredential({ scopes: [GRAPH_SCOPE] })
      if (!result) throw new Error('Entra gave no token')
      return result.accessToken
    },
  }
}

function credentialOf(credential: AppCredential): Pick<NodeAuthOptions, 'clientCertificate' | 'clientAssertion'> {
  if (credential.kind === 'certificate') {
    const { certificate, privateKey } = splitPem(credential.pem)
    const thumbprintSha256 = createHash('sha256').update(new X509Certificate(certificate).raw).digest('hex')
    return { clientCertificate: { thumbprintSha256, privateKey, x5c: certificate } }
  }
  const identity = new ManagedIdentityApplication({ managedIdentityIdParams: { userAssignedClientId: credential.clientId } })
  return { clientAssertion: async () => (await identity.acquireToken({ resource: EXCHANGE })).accessToken }
}

/** The certificate and the private key out of one PEM text. Throws when either is missing; the configuration has checked it before. */
export function splitPem(pem: string): { certificate: string; privateKey: string } {
  const certificate = /-----BEGIN CERTIFICATE-----[\s\S]+?-----END CERTIFICATE-----/.exec(pem)?.[0]
  const privateKey = /-----BEGIN (?:RSA )?PRIVATE KEY-----[\s\S]+?-----END (?:RSA )?PRIVATE KEY-----/.exec(pem)?.[0]
  if (!certificate || !privateKey) throw new Error('the PEM text lacks a certificate or a private key')
  return { certificate, privateKey }
}
