import type { ActionFields, BenefitFields, IndicatorFields, ProjectFields } from '#contract/edit-view.ts'
import type { tabEdit } from '#contract/texts/tab-edit.ts'

type Text = keyof typeof tabEdit
export type FieldKind = 'line' | 'text' | 'number' | 'whole' | 'date' | 'person' | 'choice' | 'flag' | 'years' | 'points' | 'documents'

/** One field of a form as data. */
export interface FieldSpec {
  name: string
  kind: FieldKind
  /** What it is called here, when not by the field's own name. */
  label?: Text
  hint?: Text
  required?: boolean
  /** What a choice is among: values of the model; or a list the form is given. */
  choices?: readonly string[]
  from?: 'programmes' | 'indicators'
  /** Where the words of the choices stand, when not under the field's own name. */
  words?: string
  /** May be left unchosen. */
  nullable?: boolean
  /** The unit inside a number's field: the indicator's own, or the project's currency. */
  unit?: 'own' | 'currency'
  /** Proposals while typing. */
  suggest?: 'areas' | 'goals' | 'units'
}

export interface FieldGroup {
  title: Text | null
  fields: readonly FieldSpec[]
}

export type FormName =
  | 'about'
  | 'frame'
  | 'people'
  | 'documents'
  | 'benefit'
  | 'newBenefit'
  | 'indicator'
  | 'newIndicator'
  | 'action'
  | 'newAction'
  | 'newProject'
export const FORM_NAMES: readonly FormName[] = [
  'about',
  'frame',
  'people',
  'documents',
  'benefit',
  'newBenefit',
  'indicator',
  'newIndicator',
  'action',
  'newAction',
]

type Of<F> = FieldSpec & { name: keyof F & string }
const project = (field: Of<ProjectFields>): FieldSpec => field
const benefit = (field: Of<BenefitFields>): FieldSpec => field
const indicator = (field: Of<IndicatorFields & { firstOn: string }>): FieldSpec => field
const action = (field: Of<ActionFields>): FieldSpec => field

const CATEGORY = benefit({ name: 'category', kind: 'choice', choices: ['quality', 'time', 'cost'], required: true })
const LEVEL = benefit({ name: 'level', kind: 'choice', choices: ['unit', 'municipality', 'county', 'state'], required: true })
const TITLE: FieldSpec = { name: 'title', kind: 'line', required: true }
const AREA = project({ name: 'area', kind: 'line', required: true, suggest: 'areas' })
const OWNER = project({ name: 'ownerId', kind: 'person', label: 'field.projectOwner' })
const MANAGER = project({ name: 'managerId', kind: 'person' })
const PROGRAMME = project({ name: 'programmeKey', kind: 'choice', from: 'programmes', nullable: true })

const UNIT = indicator({ name: 'unit', kind: 'line', required: true, suggest: 'units' })
/** A sum taken for a level, or the other way round, makes every figure after it wrong: asked for at once. */
const KIND = indicator({ name: 'kind', kind: 'choice', choices: ['snapshot', 'cumulative'], required: true })
const DIRECTION = indicator({ name: 'direction', kind: 'choice', choices: ['increase', 'decrease', 'maintain'], required: true })
const WAY: readonly FieldSpec[] = [
  indicator({ name: 'baseline', kind: 'number', unit: 'own' }),
  indicator({ name: 'baselineOn', kind: 'date' }),
  indicator({ name: 'target', kind: 'number', unit: 'own', hint: 'hint.target' }),
  indicator({ name: 'targetOn', kind: 'date' }),
]
const FREQUENCIES = ['monthly', 'quarterly', 'tertial', 'halfYearly', 'yearly', 'once'] as const
const MEASURER = indicator({ name: 'measurerId', kind: 'person', hint: 'hint.measurer' })

/** Every form of a project, block by block: what can be written over where one reads it. */
export const FORMS: Record<FormName, readonly FieldGroup[]> = {
  about: [
    {
      title: null,
      fields: [
        project({ ...TITLE, name: 'title' }),
        project({ name: 'why', kind: 'text' }),
        project({ name: 'what', kind: 'text' }),
        project({ name: 'whenText', kind: 'text' }),
      ],
    },
    {
      title: 'group.dates',
      fields: [
        project({ name: 'startOn', kind: 'date' }),
        project({ name: 'plannedGoLive', kind: 'date' }),
        project({ name: 'endOn', kind: 'date' }),
        project({ name: 'forecastEndOn', kind: 'date' }),
      ],
    },
  ],
  frame: [
    {
      title: 'group.money',
      fields: [
        project({ name: 'budget', kind: 'number', unit: 'currency' }),
        project({ name: 'spent', kind: 'number', unit: 'currency' }),
        project({ name: 'forecastCost', kind: 'number', unit: 'currency' }),
      ],
    },
    {
      title: 'group.place',
      fields: [
        AREA,
        PROGRAMME,
        project({ name: 'size', kind: 'choice', choices: ['small', 'medium', 'large'], nullable: true }),
        project({ name: 'mainIndicatorKey', kind: 'choice', from: 'indicators', nullable: true }),
        project({ name: 'restricted', kind: 'flag', hint: 'hint.restricted' }),
      ],
    },
  ],
  people: [
    {
      title: null,
      fields: [
        OWNER,
        MANAGER,
        project({ name: 'benefitOwnerId', kind: 'person' }),
        project({ name: 'deputyId', kind: 'person' }),
        project({ name: 'lineLeadId', kind: 'person' }),
      ],
    },
  ],
  documents: [{ title: null, fields: [project({ name: 'documents', kind: 'documents' })] }],
  newBenefit: [{ title: null, fields: [TITLE, CATEGORY, LEVEL] }],
  benefit: [
    { title: 'group.what', fields: [TITLE, CATEGORY, LEVEL, benefit({ name: 'drawback', kind: 'flag' })] },
    {
      title: 'group.change',
      fields: [
        benefit({ name: 'change', kind: 'text' }),
        benefit({ name: 'before', kind: 'text' }),
        benefit({ name: 'after', kind: 'text' }),
        benefit({ name: 'contributesTo', kind: 'line', suggest: 'goals', hint: 'hint.goal' }),
      ],
    },
    {
      title: 'group.who',
      fields: [
        benefit({ name: 'ownerId', kind: 'person', hint: 'hint.owner' }),
        benefit({ name: 'delegateId', kind: 'person' }),
        benefit({
          name: 'beneficiary',
          kind: 'choice',
          choices: ['citizen', 'employee', 'municipality', 'businessOrVoluntary', 'otherPublic'],
          nullable: true,
        }),
        benefit({ name: 'area', kind: 'line', suggest: 'areas' }),
      ],
    },
    {
      title: 'group.value',
      fields: [
        benefit({
          name: 'effectKind',
          kind: 'choice',
          choices: ['budgetary', 'reallocated', 'otherPublic', 'nonMonetised'],
          nullable: true,
        }),
        benefit({ name: 'takeOut', kind: 'choice', choices: ['budgetCut', 'reallocated', 'quality', 'notTaken'], nullable: true }),
        benefit({ name: 'recurrence', kind: 'choice', choices: ['once', 'yearly'], nullable: true }),
        benefit({ name: 'importance', kind: 'whole' }),
        benefit({ name: 'plannedByYear', kind: 'years' }),
        benefit({ name: 'plannedUnit', kind: 'choice', choices: ['kr', 'hours', 'fte'], nullable: true }),
        benefit({ name: 'priceYear', kind: 'whole' }),
      ],
    },
    {
      title: 'group.conditions',
      fields: [benefit({ name: 'assumptions', kind: 'text' }), benefit({ name: 'risk', kind: 'text' })],
    },
    {
      title: 'group.state',
      fields: [
        benefit({
          name: 'state',
          kind: 'choice',
          choices: ['proposed', 'approved', 'realising', 'realised', 'notRealised', 'cancelled'],
          words: 'benefitState',
          required: true,
        }),
      ],
    },
  ],
  newIndicator: [
    { title: null, fields: [TITLE, UNIT, DIRECTION, KIND] },
    { title: 'group.way', fields: WAY },
    {
      title: 'group.when',
      fields: [
        indicator({ name: 'frequency', kind: 'choice', choices: FREQUENCIES, required: true }),
        indicator({ name: 'firstOn', kind: 'date', required: true }),
        MEASURER,
      ],
    },
  ],
  indicator: [
    {
      title: 'group.what',
      fields: [TITLE, UNIT, DIRECTION, KIND, indicator({ name: 'method', kind: 'text' }), indicator({ name: 'source', kind: 'line' })],
    },
    {
      title: 'group.way',
      fields: [
        ...WAY,
        indicator({ name: 'tolerance', kind: 'number', unit: 'own', hint: 'hint.tolerance' }),
        indicator({ name: 'milestones', kind: 'points', unit: 'own' }),
      ],
    },
    {
      title: 'group.when',
      fields: [
        indicator({ name: 'frequency', kind: 'choice', choices: FREQUENCIES, required: true, hint: 'hint.frequency' }),
        indicator({ name: 'firstOn', kind: 'date', hint: 'hint.firstOn' }),
        indicator({ name: 'activeTo', kind: 'date' }),
        indicator({ name: 'registrationDays', kind: 'whole', hint: 'hint.days' }),
        indicator({ name: 'graceOpenDays', kind: 'whole', hint: 'hint.days' }),
      ],
    },
    { title: 'group.who', fields: [MEASURER, indicator({ name: 'deputyId', kind: 'person' })] },
    {
      title: 'group.state',
      fields: [
        indicator({ name: 'state', kind: 'choice', choices: ['active', 'paused', 'closeProposed', 'closed'], words: 'indicatorState' }),
      ],
    },
  ],
  newAction: [{ title: null, fields: [TITLE, action({ name: 'responsibleId', kind: 'person' }), action({ name: 'dueOn', kind: 'date' })] }],
  action: [
    {
      title: null,
      fields: [
        TITLE,
        action({ name: 'type', kind: 'line' }),
        action({ name: 'responsibleId', kind: 'person' }),
        action({ name: 'dueOn', kind: 'date' }),
        action({
          name: 'state',
          kind: 'choice',
          choices: ['planned', 'started', 'done', 'late', 'dropped'],
          words: 'action',
          required: true,
        }),
      ],
    },
  ],
  newProject: [
    {
      title: null,
      fields: [
        TITLE,
        AREA,
        {
          name: 'phase',
          kind: 'choice',
          choices: ['idea', 'concept', 'plan', 'deliver', 'close', 'realise'],
          required: true,
        },
        { name: 'phaseEnteredOn', kind: 'date' },
        PROGRAMME,
        OWNER,
        MANAGER,
        project({ name: 'why', kind: 'text' }),
      ],
    },
  ],
}

export const fieldsOf = (form: FormName): readonly FieldSpec[] => FORMS[form].flatMap(({ fields }) => fields)
