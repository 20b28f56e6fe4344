// One resource group: the server (Linux, Node 24), the identity it acts as, and the bot that Teams speaks to.
// docs/deploy.md says what to run. Nothing here needs a secret: the managed identity vouches for the app registration.

@description('Base of all resource names; a hash of the resource group makes them unique.')
@minLength(3)
@maxLength(24)
param baseName string

@description('Region of the server.')
param location string

@description('Region of the bot. westeurope keeps its data within the EU; global does not.')
@allowed(['westeurope', 'global'])
param botLocation string

@description('Size of the server. Free and shared sizes cannot be always on, and the daily pass needs that.')
@allowed(['B1', 'B2', 'B3', 'P0v3', 'P1v3'])
param planSku string

@description('The Microsoft 365 tenant that may use the app.')
param tenantId string

@description('Client id of the app registration: audience of the tab, and the app that Sites.Selected is granted to.')
param clientId string

@description('Id of the Teams app, so that cards can link into the tab.')
param teamsAppId string

@description('Id of the app in the tenant catalogue, once published; empty until the bot may be installed for people.')
param teamsCatalogId string

@description('The SharePoint site with the lists.')
param siteUrl string

@description('Own host name, already bound to the server; empty uses the one that Azure gives.')
param customDomain string

@description('Only where a managed identity may not vouch for an app registration: certificate and private key as PEM.')
@secure()
param certificatePem string

var resourceName = '${baseName}-${uniqueString(resourceGroup().id)}'
var domain = empty(customDomain) ? app.properties.defaultHostName : customDomain
var identitySetting = { PULS_MANAGED_IDENTITY_CLIENT_ID: identity.properties.clientId }
var credential = empty(certificatePem) ? identitySetting : { PULS_CERTIFICATE: certificatePem }

resource identity 'Microsoft.ManagedIdentity/userAssignedIdentities@2023-01-31' = {
  name: resourceName
  location: location
}

resource plan 'Microsoft.Web/serverfarms@2024-04-01' = {
  name: resourceName
  location: location
  kind: 'linux'
  sku: {
    name: planSku
    capacity: 1
  }
  properties: {
    reserved: true
  }
}

resource app 'Microsoft.Web/sites@2024-04-01' = {
  name: resourceName
  location: location
  kind: 'app,linux'
  identity: {
    type: 'UserAssigned'
    userAssignedIdentities: {
      '${identity.id}': {}
    }
  }
  properties: {
    serverFarmId: plan.id
    httpsOnly: true
    clientAffinityEnabled: false
    keyVaultReferenceIdentity: identity.id
    siteConfig: {
      linuxFxVersion: 'NODE|24-lts'
      appCommandLine: 'node api/main.ts'
      alwaysOn: true
      healthCheckPath: '/healthz'
      minTlsVersion: '1.2'
      scmMinTlsVersion: '1.2'
      ftpsState: 'Disabled'
      http20Enabled: true
      remoteDebuggingEnabled: false
    }
  }
}

// Publishing goes through Entra sign-in only; the old user name and password are off.
resource ftpPassword 'Microsoft.Web/sites/basicPublishingCredentialsPolicies@2024-04-01' = {
  parent: app
  name: 'ftp'
  properties: {
    allow: false
  }
}

resource publishPassword 'Microsoft.Web/sites/basicPublishingCredentialsPolicies@2024-04-01' = {
  parent: app
  name: 'scm'
  properties: {
    allow: false
  }
}

resource settings 'Microsoft.Web/sites/config@2024-04-01' = {
  parent: app
  name: 'appsettings'
  properties: union(credential, {
    NODE_ENV: 'production'
    // The package is complete: nothing is built or installed in Azure.
    SCM_DO_BUILD_DURING_DEPLOYMENT: 'false'
    WEBSITE_RUN_FROM_PACKAGE: '1'
    PULS_TENANT_ID: tenantId
    PULS_CLIENT_ID: clientId
    PULS_DOMAIN: domain
    PULS_SITE_URL: siteUrl
    PULS_BOT_ID: identity.properties.clientId
    PULS_BOT_TYPE: bot.properties.msaAppType
    PULS_TEAMS_APP_ID: teamsAppId
    PULS_TEAMS_CATALOG_ID: teamsCatalogId
  })
}

resource bot 'Microsoft.BotService/botServices@2022-09-15' = {
  name: resourceName
  location: botLocation
  kind: 'azurebot'
  sku: {
    name: 'F0'
  }
  properties: {
    displayName: 'Prosjektpuls'
    endpoint: 'https://${domain}/api/messages'
    msaAppType: 'UserAssignedMSI'
    msaAppId: identity.properties.clientId
    msaAppMSIResourceId: identity.id
    msaAppTenantId: tenantId
  }
}

resource teams 'Microsoft.BotService/botServices/channels@2022-09-15' = {
  parent: bot
  name: 'MsTeamsChannel'
  location: botLocation
  properties: {
    channelName: 'MsTeamsChannel'
    properties: {
      isEnabled: true
      // Without the terms, the app catalogue answers that the bot has no Teams channel.
      acceptedTerms: true
    }
  }
}

// teamsapp provision writes these into the environment file.
output PULS_DOMAIN string = domain
output BOT_ID string = identity.properties.clientId
output IDENTITY_PRINCIPAL_ID string = identity.properties.principalId
output APP_SERVICE_RESOURCE_ID string = app.id
