import { Avatar, Button, Select } from '@fluentui/react-components'
import { LANGUAGES, type Language } from '#domain/codes.ts'
import type { PersonView } from '../../shapes.ts'
import type { Theme } from './host/protocol.ts'
import { PanelIcon, PulseMark } from './icons.tsx'
import type { Text } from './texts.ts'
import { roleWords } from './words.ts'

const THEMES = ['default', 'dark', 'contrast'] as const
/** A language is named in itself: whoever has chosen the wrong one must find back. */
const LANGUAGE_NAMES: Record<Language, string> = { nb: 'Bokmål', nn: 'Nynorsk', en: 'English' }

export interface BarProps {
  person: PersonView
  theme: Theme
  language: Language
  panelOpen: boolean
  text: Text
  onTheme(theme: Theme): void
  onLanguage(language: Language): void
  onPanel(open: boolean): void
}

/** The top of the page: what this is, how it looks, and who one is. */
export const Bar = ({ person, theme, language, panelOpen, text, onTheme, onLanguage, onPanel }: BarProps) => (
  // No banner: the tab in the frame has one of its own, and a page has one.
  <section className="bar" aria-label={text('page.place')}>
    <PulseMark size={26} />
    <h1>Prosjektpuls</h1>
    <span className="bar-place">{text('page.place')}</span>
    <span className="bar-space" />
    <Select
      className="bar-select"
      size="small"
      appearance="filled-darker"
      aria-label={text('bar.language')}
      value={language}
      onChange={(_event, { value }) => onLanguage(LANGUAGES.find((one) => one === value) ?? 'nb')}
    >
      {LANGUAGES.map((one) => (
        <option key={one} value={one} lang={one}>
          {LANGUAGE_NAMES[one]}
        </option>
      ))}
    </Select>
    <Select
      className="bar-select"
      size="small"
      appearance="filled-darker"
      aria-label={text('bar.theme')}
      value={theme}
      onChange={(_event, { value }) => onTheme(THEMES.find((one) => one === value) ?? 'default')}
    >
      {THEMES.map((one) => (
        <option key={one} value={one}>
          {text(`theme.${one}`)}
        </option>
      ))}
    </Select>
    <span className="bar-person">
      <Avatar name={person.displayName} size={28} color="brand" aria-hidden="true" />
      <span className="bar-name">
        <span className="hidden-words">{text('bar.you', { name: '' })}</span>
        <strong>{person.displayName}</strong>
        <small>{roleWords(person, text)}</small>
      </span>
    </span>
    <Button
      className="bar-panel"
      appearance="subtle"
      icon={<PanelIcon />}
      aria-expanded={panelOpen}
      aria-controls="trial-panel"
      aria-label={text(panelOpen ? 'bar.hidePanel' : 'bar.showPanel')}
      title={text(panelOpen ? 'bar.hidePanel' : 'bar.showPanel')}
      onClick={() => onPanel(!panelOpen)}
    />
  </section>
)
