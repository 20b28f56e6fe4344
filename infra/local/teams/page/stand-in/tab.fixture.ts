import { app, authentication, pages } from '@microsoft/teams-js'

/** For tests of the host only: a tab that shows what its Teams has told it, over the real teams-js. */
const told: Record<string, unknown> = {}
const show = (name: string, value: unknown): void => {
  told[name] = value
  const output = document.getElementById('told')
  if (output) output.textContent = JSON.stringify(told)
}

await app.initialize()
const context = await app.getContext()
show('locale', context.app.locale)
show('theme', context.app.theme)
show('personId', context.user?.id)
show('tenantId', context.user?.tenant?.id)
show('subPageId', context.page.subPageId)
show('frame', context.page.frameContext)
app.registerOnThemeChangeHandler((theme) => show('theme', theme))
authentication.getAuthToken().then(
  (token) => show('token', token.split('.').length),
  (refused: unknown) => show('token', String(refused)),
)
document
  .getElementById('link')
  ?.addEventListener('click', () => app.openLink('https://teams.microsoft.com/l/entity/a/b?context={"subEntityId":"tasks"}'))
if (context.page.frameContext === 'settings') {
  pages.config.registerOnSaveHandler((event) => {
    pages.config
      .setConfig({ entityId: 'chosen', suggestedDisplayName: 'Valgt fane', contentUrl: `${location.origin}/tab/?chosen=1` })
      .then(() => event.notifySuccess())
  })
  pages.config.setValidityState(true)
}
app.notifySuccess()
