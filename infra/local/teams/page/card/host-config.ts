import { HostConfig } from 'adaptivecards'

const color = (token: string, subtle = token) => ({ default: `var(--${token})`, subtle: `var(--${subtle})` })

const FOREGROUND = {
  default: color('colorNeutralForeground1', 'colorNeutralForeground3'),
  dark: color('colorNeutralForeground1', 'colorNeutralForeground3'),
  light: color('colorNeutralForeground3', 'colorNeutralForeground4'),
  accent: color('colorBrandForegroundLink', 'colorBrandForegroundLink'),
  good: color('colorStatusSuccessForeground1'),
  warning: color('colorStatusWarningForeground3'),
  attention: color('colorStatusDangerForeground3'),
}

const style = (background: string, border = 'colorTransparentStroke') => ({
  backgroundColor: `var(--${background})`,
  borderColor: `var(--${border})`,
  foregroundColors: FOREGROUND,
})

/** Measures and colours of cards in Teams; colours are Fluent's tokens, so a change of theme needs no new drawing. */
export const HOST_CONFIG = new HostConfig({
  spacing: { small: 8, default: 12, medium: 16, large: 20, extraLarge: 24, padding: 16 },
  separator: { lineThickness: 1, lineColor: 'var(--colorNeutralStroke2)' },
  supportsInteractivity: true,
  fontFamily: "'Segoe UI', 'Segoe UI Web (West European)', 'Open Sans', system-ui, sans-serif",
  fontSizes: { small: 12, default: 14, medium: 14, large: 18, extraLarge: 24 },
  fontWeights: { lighter: 400, default: 400, bolder: 600 },
  lineHeights: { small: 16, default: 20, medium: 20, large: 24, extraLarge: 32 },
  imageSizes: { small: 32, medium: 52, large: 100 },
  containerStyles: {
    default: style('colorTransparentBackground'),
    emphasis: style('colorNeutralBackground3'),
    accent: style('colorBrandBackground2'),
    good: style('colorStatusSuccessBackground1', 'colorStatusSuccessBorder1'),
    attention: style('colorStatusDangerBackground1', 'colorStatusDangerBorder1'),
    warning: style('colorStatusWarningBackground1', 'colorStatusWarningBorder1'),
  },
  actions: {
    maxActions: 6,
    spacing: 'default',
    buttonSpacing: 8,
    showCard: { actionMode: 'inline', inlineTopMargin: 12 },
    actionsOrientation: 'horizontal',
    actionAlignment: 'left',
  },
  adaptiveCard: { allowCustomStyle: false },
  textBlock: { headingLevel: 3 },
  factSet: { title: { weight: 'bolder', wrap: true, maxWidth: 160 }, value: { wrap: true }, spacing: 12 },
  inputs: {
    label: { inputSpacing: 'small', requiredInputs: { weight: 'default' }, optionalInputs: { weight: 'default' } },
    errorMessage: { weight: 'default', color: 'attention' },
  },
})
