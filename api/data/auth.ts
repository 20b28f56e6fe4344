import { ConfidentialClientApplication, ManagedIdentityApplication, type NodeAuthOptions } from '@azure/msal-node'
import type { TokenProvider } from './graph.ts'

/** How the app proves who it is: a certificate with its private key (both PEM), or a managed identity behind a federated credential. */
export type AppCredential =
  | { kind: 'certificate'; certificate: string; privateKey: string; thumbprintSha256: string }
  | { kind: 'managedIdentity'; clientId: string }

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
    const { certificate, privateKey, thumbprintSha256 } = credential
    return { clientCertificate: { thumbprintSha256, privateKey, x5c: certificate } }
  }
  const identity = new ManagedIdentityApplication({ managedIdentityIdParams: { userAssignedClientId: credential.clientId } })
  return { clientAssertion: async () => (await identity.acquireToken({ resource: EXCHANGE })).accessToken }
}
