import type { ChannelView, SettingsView, SettingValues } from '#contract/settings-view.ts'
import { earliestFor } from '#domain/change-setting.ts'
import { may } from '#domain/may.ts'
import { profilesByVersion } from '#domain/method-profile.ts'
import type { Person, Subscription } from '#domain/model.ts'
import { SETTING_NAMES } from '#domain/settings.ts'
import { canRead, personName, type ViewContext } from './context.ts'

const NEWEST_CHANGES = 100

/** The settings as the portfolio office and administrators see them: what holds today, what was changed, who has which role. */
export function settingsView(context: ViewContext, person: Person): SettingsView {
  const { facts, settings, today } = context
  const { tables } = facts
  const changes = [...tables.settings.values()]
    .filter(({ name }) => (SETTING_NAMES as readonly string[]).includes(name))
    .sort((a, b) => (`${a.actedAt} ${a.key}` < `${b.actedAt} ${b.key}` ? 1 : -1))
    .slice(0, NEWEST_CHANGES)
  const projects = [...tables.projects.values()].filter((project) => canRead(context, person, project))
  return {
    today,
    // The rules keep theirs read-only; what crosses is the same data.
    values: structuredClone(settings) as SettingValues,
    changes: changes.map(({ key, name, validFrom, value, actorId, actedAt }) => ({
      ...{ key, name, validFrom, value, at: actedAt },
      coming: validFrom > today,
      byName: personName(facts, actorId),
    })),
    earliest: Object.fromEntries(SETTING_NAMES.map((name) => [name, earliestFor(name, { facts, today })])),
    methods: [...profilesByVersion(tables.settings.values()).keys()].map((version) => ({
      version,
      projects: [...tables.projects.values()].filter(({ methodVersion }) => methodVersion === version).length,
    })),
    roles: [...facts.peopleById.values()]
      .filter(({ roles }) => roles.length > 0)
      .map(({ personId, displayName, roles }) => ({ personId, name: displayName, roles }))
      .sort((a, b) => a.name.localeCompare(b.name, 'nb')),
    projects: projects.map(({ key, title }) => ({ key, title })).sort((a, b) => a.title.localeCompare(b.title, 'nb')),
    channels: [...tables.subscriptions.values()].filter(({ endedOn }) => endedOn === null).map((one) => channelView(one, context, person)),
    can: { managePeople: may(person, 'managePeople', {}, facts).ok },
  }
}

function channelView({ key, channel, scope, scopeKey, rhythm, language }: Subscription, context: ViewContext, person: Person): ChannelView {
  const { tables } = context.facts
  const project = scope === 'project' && scopeKey !== null ? tables.projects.get(scopeKey) : undefined
  const shown = project && !canRead(context, person, project) ? undefined : project
  const named = scope === 'programme' && scopeKey !== null ? tables.programmes.get(scopeKey) : shown
  return { key, channel, scope, title: scope === 'area' ? scopeKey : (named?.title ?? null), rhythm, language }
}
