import { botLogView, settleCardRequest } from '#contract/bot-log.ts'
import { changePreferencesRequest, preferencesView } from '#contract/preferences.ts'
import { changeRolesRequest, changeSettingRequest, changeSubscriptionRequest } from '#contract/settings-requests.ts'
import { settingsView } from '#contract/settings-view.ts'
import type { Operation } from './openapi-operation.ts'

/** The municipality's settings, the person's own, and the log of what the bot sends. */
export const SETTING_OPERATIONS: readonly Operation[] = [
  {
    method: 'get',
    path: '/api/settings',
    summary: "The municipality's settings (office, administrators)",
    status: 200,
    response: settingsView,
  },
  {
    method: 'post',
    path: '/api/settings',
    summary: 'Change one setting from a day on (office, administrators)',
    request: changeSettingRequest,
    status: 200,
    response: settingsView,
  },
  {
    method: 'post',
    path: '/api/settings/roles',
    summary: 'Say who is portfolio office, administrator or leader (office)',
    request: changeRolesRequest,
    status: 200,
    response: settingsView,
  },
  {
    method: 'post',
    path: '/api/settings/channels',
    summary: "Change or end a channel's summaries (office, administrators)",
    request: changeSubscriptionRequest,
    status: 200,
    response: settingsView,
  },
  { method: 'get', path: '/api/preferences', summary: "The person's own pause and deputy", status: 200, response: preferencesView },
  {
    method: 'patch',
    path: '/api/preferences',
    summary: "Set the person's own pause and deputy",
    request: changePreferencesRequest,
    status: 200,
    response: preferencesView,
  },
  {
    method: 'get',
    path: '/api/bot-log',
    summary: 'What the bot sends and holds back (portfolio office)',
    status: 200,
    response: botLogView,
  },
  {
    method: 'post',
    path: '/api/bot-log/settle',
    summary: 'Say what became of an ambiguous send (portfolio office)',
    request: settleCardRequest,
    status: 200,
    response: botLogView,
  },
]
